import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitSms, inGsm, oneSms, sizeOf, toGsm } from './fit-sms.ts'
import { isGsm7 } from './gsm7.ts'
import { piecesOf } from './pieces.ts'

test.each([
  ['x'.repeat(160), { alphabet: 'gsm7', length: 160, fits: true }],
  ['x'.repeat(161), { alphabet: 'gsm7', length: 161, fits: false }],
  [`${'x'.repeat(158)}€`, { alphabet: 'gsm7', length: 160, fits: true }],
  [`${'x'.repeat(159)}€`, { alphabet: 'gsm7', length: 161, fits: false }],
  ['[]{}^|~\\', { alphabet: 'gsm7', length: 16, fits: true }],
  ['ç'.repeat(70), { alphabet: 'ucs2', length: 70, fits: true }],
  ['😀'.repeat(35), { alphabet: 'ucs2', length: 70, fits: true }],
  ['😀'.repeat(36), { alphabet: 'ucs2', length: 72, fits: false }],
  ['', { alphabet: 'gsm7', length: 0, fits: true }],
])('%j has this size', (text, size) => {
  expect(sizeOf(text)).toEqual(size)
})

test.each([
  ['“Jum’at” – ‘besok’…', "\"Jum'at\" - 'besok'..."],
  ['10 × 5 m², ½ 30 °C → ok', '10 x 5 m2, 1/2 30 oC -> ok'],
  ['Désá Çukà ñ', 'Désa Çukà ñ'],
  ['a\u00a0b\tc\u200bd\u00ade\u200df', 'a b cdef'],
  ['´`', "''"],
  ['ＬＡＰＯＲ 𝗟𝗔𝗣𝗢𝗥 ﬁ', 'LAPOR LAPOR fi'],
  ['Γ Δ € [x]', 'Γ Δ € [x]'],
  ['👨‍👩‍👧 🕳️ 道', '👨‍👩‍👧 🕳️ 道'],
])('%j is said plainly as %j', (text, plain) => {
  expect(toGsm(text)).toBe(plain)
})

test.each([
  ['Sudah selesai ✅, terima kasih 🙏', 'Sudah selesai, terima kasih', true],
  ['✅ Ambil di loket 3', 'Ambil di loket 3', true],
  ['Syarat:\n• KTP\n• KK → gratis', 'Syarat: - KTP - KK -> gratis', true],
  ['Salam السلام, sudah', 'Salam, sudah', false],
  ['👍', '', true],
])('%j is said without signs that make an SMS shorter: %j', (text, said, isWhole) => {
  expect(inGsm(text)).toEqual({ text: said, isWhole })
})

test('pieces of a text are whole words, as long as they may be, and together all of it', () => {
  expect(piecesOf('satu dua tiga empat lima', 9, 10)).toEqual(['satu dua', 'tiga empat', 'lima'])
  expect(piecesOf('{a} [b] c', 6, 7)).toEqual(['{a}', '[b] c'])
  expect(piecesOf(`lihat ${'x'.repeat(25)}`, 12, 10)).toEqual(['lihat xxxxxx', 'x'.repeat(10), 'x'.repeat(9)])
  expect(piecesOf('', 5, 5)).toEqual([])
})

test('a text that fits is said whole, one that does not is cut with dots', () => {
  expect(fitSms('x'.repeat(160))).toBe('x'.repeat(160))
  expect(fitSms('x'.repeat(161))).toBe(`${'x'.repeat(157)}...`)
  expect(fitSms('€'.repeat(81))).toBe(`${'€'.repeat(78)}...`)
  expect(fitSms(`${'x'.repeat(156)} ${'y'.repeat(9)}`)).toBe(`${'x'.repeat(156)}...`)
})

test('a link is never cut: what stands behind it goes first, then what stands before it', () => {
  const link = 'https://lapor.example/lacak?id=8K2F7T4QX'
  expect(fitSms(`${'x'.repeat(140)} ${link}`)).toBe(`${'x'.repeat(116)}... ${link}`)
  expect(fitSms(`${'x'.repeat(80)} ${link} ${'y'.repeat(60)}`)).toBe(`${'x'.repeat(80)} ${link} ${'y'.repeat(35)}...`)
  expect(fitSms(`https://a.example ${'x'.repeat(140)}: ${link} yy`)).toMatch(
    /x\.\.\. https:\/\/lapor\.example\/lacak\?id=8K2F7T4QX$/,
  )
  expect(fitSms(`${'😀'.repeat(40)} ${link}`)).toBe(`${'😀'.repeat(13)}... ${link}`)
  expect(fitSms(`https://${'x'.repeat(200)}`)).toMatch(/^https:\/\/x{149}\.\.\.$/)
})

test('an emoji is never cut, however many people are in it', () => {
  expect(fitSms('😀'.repeat(40))).toBe(`${'😀'.repeat(33)}...`)
  expect(fitSms('👨‍👩‍👧'.repeat(20))).toBe(`${'👨‍👩‍👧'.repeat(8)}...`)
  expect(fitSms('🇮🇩'.repeat(30))).toBe(`${'🇮🇩'.repeat(16)}...`)
})

test('an emoji behind the end does not cost the words before it', () => {
  expect(fitSms(`${'x'.repeat(158)} 😀`).startsWith('x'.repeat(60))).toBe(true)
})

test('any text fits, begins as it was said, and plain text stays as it is', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 300 })
  fc.assert(
    fc.property(texts, (text) => {
      const sms = fitSms(text)
      const { alphabet, length, fits } = sizeOf(sms)
      expect(fits && length <= oneSms[alphabet]).toBe(true)
      expect(sms.isWellFormed()).toBe(true)
      expect(sms === toGsm(text) || toGsm(text).startsWith(sms.slice(0, -3))).toBe(true)
      if (isGsm7(text)) expect(toGsm(text)).toBe(text)
    }),
    { numRuns: 500 },
  )
})

test('no text throws', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff)), (units) => {
      expect(sizeOf(fitSms(String.fromCharCode(...units))).fits).toBe(true)
    }),
  )
})
