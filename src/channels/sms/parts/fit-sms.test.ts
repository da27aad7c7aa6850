import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Phrase } from '../../../ui/words/words.ts'
import { catalogue } from '../../../ui/words/index.ts'
import { encodeSms, fitSms, oneSms, sizeOf, toGsm } from './fit-sms.ts'
import { isGsm7 } from './gsm7.ts'

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

test('our own words in SMS, Indonesian and English, need no UCS-2', () => {
  const words: [string, { id: Phrase; en: Phrase }][] = Object.entries(catalogue)
  const ours = words.filter(([key]) => key.startsWith('sms_') && key !== 'sms_part_missing')
  // What a phrase with arguments says stands in its code.
  const said = ours.flatMap(([, { id, en }]) => [String(id), String(en)])
  expect(said.filter((phrase) => !isGsm7(toGsm(phrase)))).toEqual([])
})

test('a text that fits is said whole, one that does not is cut with dots', () => {
  expect(fitSms('x'.repeat(160))).toBe('x'.repeat(160))
  expect(fitSms('x'.repeat(161))).toBe(`${'x'.repeat(157)}...`)
  expect(fitSms('€'.repeat(81))).toBe(`${'€'.repeat(78)}...`)
  expect(fitSms(`${'x'.repeat(156)} ${'y'.repeat(9)}`)).toBe(`${'x'.repeat(156)}...`)
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

test('what GSM-7 lacks goes out as UCS-2, whole', () => {
  expect(encodeSms("Jum'at")).toEqual({ dataCoding: 0, octets: Buffer.from("Jum'at") })
  expect(encodeSms('ç😀')).toEqual({ dataCoding: 8, octets: Buffer.from('00e7d83dde00', 'hex') })
})

test('no text throws', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(0xffff)), (units) => {
      expect(sizeOf(fitSms(String.fromCharCode(...units))).fits).toBe(true)
    }),
  )
})
