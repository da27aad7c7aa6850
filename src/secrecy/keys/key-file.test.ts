import { hash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkKeyFiles, readKeyFiles, replaceTree } from './key-file.ts'
import { destroyKeys, ringOf } from './key-ring.ts'
import { deriveKey, growTree, puncture } from './key-tree.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'lapor-files-'))
const place = { dataDir }
const file = join(dataDir, 'keys', 'reports.1')
afterAll(() => rmSync(dataDir, { recursive: true }))

const fresh = growTree(Buffer.alloc(32, 3))
const erased = Array.from({ length: 400 }, (_, n) => `identity ${n}`)
const write = (bytes: Buffer) => writeFileSync(file, bytes, { mode: 0o600 })

test('keys of before, a seed a line in hexadecimal, open what they opened, and are written as today’s when one is destroyed', async () => {
  await replaceTree(place, 1, fresh)
  const body = `lapor report keys 1\n- ${'03'.repeat(32)}\n`
  write(Buffer.from(`${body}${hash('sha256', body)}\n`))
  const before = ringOf(readKeyFiles(place))
  expect(before.key(1, 'words a')).toEqual(deriveKey(fresh, 'words a'))
  await destroyKeys(place, ['words a'])
  expect(readFileSync(file, 'latin1')).toMatch(/^lapor report keys 2\n/)
  const after = ringOf(readKeyFiles(place))
  expect([after.key(1, 'words a'), after.key(1, 'words b')]).toEqual([undefined, deriveKey(fresh, 'words b')])
})

test('what hundreds of erasures left behind is looked up in its file, and no process holds it', async () => {
  await replaceTree(place, 1, puncture(fresh, erased))
  expect(statSync(file).size).toBeGreaterThan(1_000_000)
  const running = ringOf(readKeyFiles(place))
  expect(erased.filter((leaf) => running.key(1, leaf))).toEqual([])
  for (const leaf of ['words a', 'words b', 'identity 400'])
    expect(running.key(1, leaf)).toEqual(deriveKey(fresh, leaf))
  await destroyKeys(place, ['words c'])
  expect(running.key(1, 'words c'), 'it read the file as it is now').toBeUndefined()
  await destroyKeys(place, erased)
  expect(running.key(1, 'words d')).toEqual(deriveKey(fresh, 'words d'))
})

test.each<[string, (good: Buffer) => Buffer]>([
  ['torn', (good) => good.subarray(0, good.length - 90)],
  ['torn at the end of a line', (good) => good.subarray(0, good.length - 65)],
  ['empty', () => Buffer.of()],
])('a large file that is %s is refused by whoever opens it', (_, wrong) => {
  const good = readFileSync(file)
  write(wrong(good))
  expect(() => readKeyFiles(place)).toThrow(/reports\.1 is damaged. Put it back from your copy/)
  write(good)
})

test('one seed changed in a large file is refused at the start, and never used', () => {
  const good = readFileSync(file)
  const wrong = Buffer.from(good)
  for (let at = 60; at < wrong.length - 100; at += 84) wrong[at] = wrong[at] === 65 ? 66 : 65
  write(wrong)
  expect(() => checkKeyFiles(place)).toThrow(/reports\.1 is damaged/)
  expect(() => ringOf(readKeyFiles(place)).key(1, 'words e')).toThrow('was changed')
  write(good)
  expect(() => checkKeyFiles(place)).not.toThrow()
})
