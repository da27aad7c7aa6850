import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { isSealed, openWords } from '../../report/keeper.ts'
import { beginEpoch, nameOf, readKeyFiles } from './key-file.ts'
import { destroyKeys, openKeyRing, ringOf } from './key-ring.ts'
import { growTree } from './key-tree.ts'
import { leaves, makeKeeper } from './make-keeper.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'lapor-keys-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

const keeper = makeKeeper(ringOf(new Map([[1, growTree(Buffer.alloc(32, 1))]])))
const now = () => makeKeeper(ringOf(readKeyFiles({ dataDir })))

test('what was sealed for a report opens for that report alone, and never twice to the same bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      const kept = keeper.sealWords('one', words)
      expect(isSealed(kept)).toBe(true)
      expect(keeper.open('one', kept)).toBe(words)
      expect(keeper.sealWords('one', words)).not.toBe(kept)
      expect(() => keeper.open('two', kept)).toThrow()
    }),
  )
})

test('a sealed event opens to its words, and gives back the salt of its commitment', () => {
  const { text, words_hash } = keeper.sealEvent('one', 'Lampu sudah diganti.')
  const opened = keeper.openEvent('one', text)
  expect(keeper.open('one', text)).toBe('Lampu sudah diganti.')
  expect(keeper.sealEvent('one', opened?.words ?? '', opened?.salt).words_hash).toBe(words_hash)
  expect(keeper.sealEvent('one', 'Lampu sudah diganti.').words_hash).not.toBe(words_hash)
})

test('a row is opened where it is sealed, and left as it is elsewhere', () => {
  const row = { title: keeper.sealWords('one', 'Suap'), text: 'terbuka', place: null, n: 1 }
  expect(openWords(keeper, 'one', row, ['title', 'text', 'place', 'n'])).toEqual({ ...row, title: 'Suap' })
})

test('a changed box is refused, not read', () => {
  const sealed = keeper.sealPicture('p', Buffer.from('picture'))
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  expect(() => keeper.openPicture('p', sealed)).toThrow()
})

test('a destroyed key opens nothing any more, in no epoch; what is beside it stays readable', async () => {
  openKeyRing({ dataDir })
  const old = now().sealWords('gone', 'satu')
  beginEpoch({ dataDir }, 2)
  const fresh = now().sealWords('gone', 'dua')
  const [who, other] = [now().sealIdentity('gone', 'Marta'), now().sealWords('kept', 'tiga')]
  await destroyKeys({ dataDir }, [leaves.words('gone')])
  expect([old, fresh, who].map((kept) => now().open('gone', kept))).toEqual(['', '', 'Marta'])
  expect(now().open('kept', other)).toBe('tiga')
  expect(() => now().sealWords('gone', 'lagi')).toThrow('erased')
})

test('a key file that is damaged, or readable by others, is refused with what to do', () => {
  const file = join(dataDir, 'keys', nameOf(1))
  const good = readFileSync(file)
  writeFileSync(file, good.subarray(0, good.length - 90))
  expect(() => openKeyRing({ dataDir })).toThrow(/damaged. Put it back from your copy/)
  writeFileSync(file, good)
  chmodSync(file, 0o644)
  expect(() => openKeyRing({ dataDir })).toThrow(/chmod 600/)
  chmodSync(file, 0o600)
  expect(() => openKeyRing({ dataDir })).not.toThrow()
})
