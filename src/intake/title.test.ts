import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from './clean-text.ts'
import { titleFrom } from './title.ts'

test.each([
  ['the first sentence', 'Lampu jalan di depan pasar mati. Sudah dua minggu gelap.', 'Lampu jalan di depan pasar mati'],
  ['the first line', 'Sampah menumpuk di Oebobo\nBaunya sampai ke sekolah', 'Sampah menumpuk di Oebobo'],
  ['the question asked', 'Kapan air PDAM mengalir lagi? Terima kasih', 'Kapan air PDAM mengalir lagi?'],
  ['all of a short text', 'jalan rusak', 'jalan rusak'],
  [
    'what follows a greeting',
    'Selamat pagi.\nPuskesmas tutup sejak hari Senin. Mohon dibuka',
    'Puskesmas tutup sejak hari Senin',
  ],
  [
    'past an abbreviation',
    'Jalan di Jl. Sudirman No. 5 Kel. Oebobo berlubang. Tolong.',
    'Jalan di Jl. Sudirman No. 5 Kel. Oebobo berlubang',
  ],
  ['nothing of nothing', '', ''],
  ['the greeting when there is only a greeting', 'Selamat pagi.', 'Selamat pagi'],
])('the title of a report without one is %s', (_, text, title) => {
  expect(titleFrom(text)).toBe(title)
})

test('a chain of emoji without end is cut without harm', () => {
  expect(titleFrom(`x${'👩\u200d'.repeat(3000)}`).isWellFormed()).toBe(true)
})

test('a long sentence is cut between words', () => {
  const title = titleFrom(`Jalan ${'berlubang dan tergenang '.repeat(20)}`)
  expect(title.length).toBeLessThanOrEqual(100)
  expect(title).toMatch(/(?:berlubang|dan|tergenang)…$/)
})

test('a title never holds more than 100 graphemes, a line end or half an emoji', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.lorem({ maxCount: 60 }),
  )
  fc.assert(
    fc.property(texts, (arrived) => {
      const text = cleanText(arrived)
      const title = titleFrom(text)
      expect([...new Intl.Segmenter('id').segment(title)].length).toBeLessThanOrEqual(100)
      expect(title).not.toMatch(/\n/)
      expect(title.isWellFormed()).toBe(true)
      if (/\p{L}/u.test(text.slice(0, 100))) expect(title).not.toBe('')
    }),
  )
})
