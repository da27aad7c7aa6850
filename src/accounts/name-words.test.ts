import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { glued, heardAs, soundsOf, wordsOfName } from './name-words.ts'

const db = await testDatabase()

test.each([
  ['Dedi', 'Dedy', 'Deddy', 'DEDI', 'Dédi'],
  ['Djoko', 'Joko', 'Jokko'],
  ['Muhammad', 'Moh', 'Mohamad', 'Muhamad'],
  ['Aditya', 'Aditia', 'Aditiya', 'Aditija'],
  ['Sutarjo', 'Soetardjo', 'Sutaryo'],
  ['Ma’ruf', "Ma'ruf", 'Maruf'],
  ['Dеdi', 'Dedi'],
])('these are one name, however it is spelt: %s and %s', (...written) => {
  expect(new Set(written.flatMap(wordsOfName).map(heardAs)).size).toBe(1)
})

test.each([
  ['Sari', 'Siti'],
  ['Dedi', 'Dewi'],
  ['Rina', 'Rini'],
  ['Yuli', 'Yulius'],
])('%s and %s are two names', (one, other) => {
  expect(wordsOfName(one).map(heardAs)).not.toEqual(wordsOfName(other).map(heardAs))
})

test.each([
  ['Christina', 'Kristina'],
  ['Victor', 'Viktor'],
  ['Samsul', 'Syamsul'],
  ['Rijal', 'Rizal'],
  ['Rizal', 'Risal'],
  ['Aisah', 'Aisyah'],
  ['Fitriyani', 'Fitriani'],
  ['Jaenal', 'Zainal'],
  ['Franciscus', 'Fransiskus'],
  ['Michael', 'Mikael'],
  ['Achmad', 'Ahmad'],
  ['Setiono', 'Setyono'],
  ['Daniel', 'Danyel'],
  ['Suastika', 'Swastika'],
  ['Syarifuddin', 'Sarifudin'],
  ['Fatimah', 'Fatima'],
  ['Abdurrahman', 'Abdul Rahman'],
  ['Abdussalam', 'Abd. Salam'],
])('%s and %s are heard as one name', (...written) => {
  const [one, other] = written.map((name) => new Set(glued(wordsOfName(name)).flatMap(soundsOf)))
  expect([...(one ?? [])].filter((sound) => other?.has(sound))).not.toEqual([])
})

test.each([
  ['Yani', 'Sani'],
  ['Rina', 'Rini'],
  ['Bahri', 'Bakri'],
  ['Yuli', 'Yulius'],
  ['Dedi', 'Dewi'],
  ['Rijal', 'Risal'],
])('%s and %s are not heard as one', (one, other) => {
  expect(soundsOf(one.toLowerCase()).filter((sound) => soundsOf(other.toLowerCase()).includes(sound))).toEqual([])
})

/** Names as they are written and as nobody writes them: letters of every shape, accents, signs, digits, dots. */
const aName = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        ' ',
        '\u00a0',
        '\u0301',
        ...'a e i o u oe dj tj ij kh ch bh f v q x z y ff moh mukamad abdul abd sy chr ie ae uah ah r I J Y É ñ Å ß ı İ Ø đ Д Р ο ﬁ Ⅳ'.split(
          ' ',
        ),
        ..."´ ’ ' - . , 1 22 @ $ | × — 王 😀 \\".split(' '),
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
)

test('the database reads the words of a name, and hears them, as the code does', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aName, { minLength: 50, maxLength: 100 }), async (drawn) => {
      const names = drawn.map((name) => name.replaceAll('\0', '').toWellFormed())
      const { rows } = await sql<{ words: string[]; heard: string[]; one: string[]; sounds: string[] }>`
        select words, array(select identity.heard_as(word) from unnest(words) with ordinality w (word, n) order by n) as heard,
          identity.glued(words) as one,
          array(select unnest(identity.sounds_of(word)) from unnest(identity.glued(words)) with ordinality w (word, n) order by n) as sounds
        from unnest(${names}::text[]) with ordinality as drawn (name, n)
        cross join lateral (select identity.words_of_name(name) as words) read order by n`.execute(db.owner)
      expect(rows).toEqual(
        names.map((name) => {
          const words = wordsOfName(name)
          return { words, heard: words.map(heardAs), one: glued(words), sounds: glued(words).flatMap(soundsOf) }
        }),
      )
    }),
    { numRuns: 60 },
  )
})
