import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { testDatabase } from '../platform/testing/test-database.ts'
import { redact } from './personal-data/redact.ts'
import { outWith, piecesOutOf, shownWords, takesOutAll } from './words-out.ts'

const db = await testDatabase()
const whole = { standing: [], isWhole: true }

test('a name is taken out of a reply and of an answer, wherever it stands, and comes back by itself', () => {
  const said = [
    { seq: 5, text: 'Pak Andi 😀 lagi. Andi!' },
    { seq: 7, text: 'Sudah kami tegur.' },
    { seq: 8, text: 'Kepada andi sudah.' },
  ]
  const out = outWith(said, ['Andi'], whole)
  expect(said.map(({ seq, text }) => shownWords(text, seq, out))).toEqual([
    'Pak [disamarkan] 😀 lagi. [disamarkan]!',
    'Sudah kami tegur.',
    'Kepada [disamarkan] sudah.',
  ])
  expect(piecesOutOf('Pak Andi 😀 lagi. Andi!', 5, out)).toEqual(['Andi', 'Andi'])
  expect(outWith(said, [], { standing: out, isWhole: true })).toEqual([])
})

test('what was said since, or is not read here, keeps what is out of it', () => {
  expect(outWith([{ seq: 7, text: 'Andi' }], ['Andi'], { standing: [5, 0, 4], isWhole: true })).toEqual([
    5, 0, 4, 7, 0, 4,
  ])
})

const words = fc.array(fc.constantFrom('Andi', 'Ana', 'bencana', '😀', 'é', '[', 'Oebobo', ' ', ', ', '12'), {
  maxLength: 14,
})
const pieces = fc.array(fc.constantFrom('Andi', 'Ana', '😀', 'Oebobo', '12', 'na'), { maxLength: 3 })

test('whoever reads it without what is out takes more out of the same words, and nothing comes back', () => {
  fc.assert(
    fc.property(words, pieces, pieces, (said, first, more) => {
      const text = said.join('')
      const standing = outWith([{ seq: 3, text }], first, whole)
      const read = shownWords(text, 3, standing) ?? ''
      const out = outWith([{ seq: 3, text: read }], more, { standing, isWhole: false })
      expect(shownWords(text, 3, out)).toBe(redact(read, more))
      expect(takesOutAll(out, standing)).toBe(true)
    }),
  )
})

test('the database leaves the same words out of the public copy', async () => {
  await fc.assert(
    fc.asyncProperty(words, pieces, async (said, taken) => {
      const text = said.join('')
      const out = outWith([{ seq: 3, text }], taken, whole)
      const { rows } = await sql<{ shown: string }>`
        select casework.shown_words(${text}, 3, ${[...out]}::int[]) as shown`.execute(db.owner)
      expect(rows).toEqual([{ shown: shownWords(text, 3, out) }])
      expect(rows).toEqual([{ shown: redact(text, taken) }])
    }),
    { numRuns: 50 },
  )
})
