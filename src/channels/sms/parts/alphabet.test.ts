import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Alphabet, decode, encodeUcs2 } from './alphabet.ts'
import { alphabetOf } from './data-coding.ts'
import { encodeSms } from './encode-sms.ts'

test.each([
  [0x00, 'gsm7'],
  [0x01, 'utf8'],
  [0x03, 'latin1'],
  [0x04, 'octets'],
  [0x05, 'octets'],
  [0x08, 'ucs2'],
  [0x11, 'gsm7'],
  [0x15, 'octets'],
  [0x18, 'ucs2'],
  [0x20, 'octets'],
  [0x48, 'ucs2'],
  [0xc8, 'gsm7'],
  [0xe0, 'ucs2'],
  [0xf0, 'gsm7'],
  [0xf5, 'octets'],
])('data coding %i is %s', (coding, alphabet) => {
  expect(alphabetOf(coding)).toBe(alphabet)
})

test('a UCS-2 text of odd length keeps all its letters, and the half one is marked', () => {
  const octets = Buffer.concat([encodeUcs2('Jalan 😀'), Buffer.from([0x00])])
  expect(decode(octets, 'ucs2')).toEqual({ text: 'Jalan 😀\ufffd', odd: ['odd_length', 'not_in_alphabet'] })
})

test('half an emoji is marked, and what stands around it is read', () => {
  expect(decode(encodeUcs2('a\ud83d b'), 'ucs2')).toEqual({ text: 'a\ufffd b', odd: ['not_in_alphabet'] })
})

test('NUL, which the database refuses, is marked', () => {
  expect(decode(encodeUcs2('a\0😀'), 'ucs2').text).toBe('a\ufffd😀')
  expect(decode(Buffer.from('a\0b'), 'octets')).toEqual({ text: 'a\ufffdb', odd: ['no_alphabet', 'not_in_alphabet'] })
})

test('Latin-1 brings the quotation marks of Windows along, and marks its gaps', () => {
  expect(decode(Buffer.from([0x93, 0xe9, 0x94]), 'latin1')).toEqual({ text: '“é”', odd: [] })
  expect(decode(Buffer.from([0x41, 0x81]), 'latin1')).toEqual({ text: 'A\ufffd', odd: ['not_in_alphabet'] })
})

test.each([
  ['UCS-2 said to be GSM', encodeUcs2('Jalan rusak parah!'), 'gsm7'],
  ['UCS-2 said to be UTF-8', encodeUcs2('Jalan rusak parah!'), 'utf8'],
  ['UCS-2 with the little end first', Buffer.from('Jalan rusak parah!', 'utf16le'), 'ucs2'],
  ['UTF-8 said to be UCS-2', Buffer.from('Jalan rusak parah!'), 'ucs2'],
  ['UTF-8 of odd length said to be UCS-2', Buffer.from('Jalan rusak parah'), 'ucs2'],
  ['UTF-8 said to be GSM', Buffer.from('Jalan “rusak” 😀'), 'gsm7'],
  ['UTF-8 said to be Latin-1', Buffer.from('Jalan “rusak” 😀'), 'latin1'],
] as const)('%s is read as what it is, and the wrong coding is said', (_, octets, said) => {
  const { text, odd } = decode(octets, said)
  expect(text).toMatch(/^Jalan (rusak parah!?|“rusak” 😀)$/)
  expect(odd).toContain('wrong_coding')
})

test.each([
  ['Chinese', '道路损坏已经三个月了请尽快修理谢谢'],
  ['Chinese of few strokes', '丁七万丈三上'],
  ['Japanese', 'けいさつがこない'],
  ['Arabic', 'الطريق مكسور أمام السوق منذ ثلاثة أشهر'],
  ['Javanese', 'ꦢꦭꦤ꧀ꦫꦸꦱꦏ꧀ꦢꦶꦔꦉꦥ꧀'],
  ['a row of emoji', '😀😡🛣️🕳️🇮🇩👨‍👩‍👧'],
])('%s in UCS-2 is left alone', (_, text) => {
  expect(decode(encodeUcs2(text), 'ucs2')).toEqual({ text, odd: [] })
})

test('no octets throw, whatever they are said to be', () => {
  const alphabets: Alphabet[] = ['gsm7', 'ucs2', 'latin1', 'utf8', 'octets']
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(255), (octets, coding) => {
      for (const said of [...alphabets, alphabetOf(coding)]) {
        const { text } = decode(Buffer.from(octets), said)
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toContain('\0')
      }
    }),
    { numRuns: 1000 },
  )
})

test('what GSM-7 lacks goes out as UCS-2, whole', () => {
  expect(encodeSms("Jum'at")).toEqual({ dataCoding: 0, octets: Buffer.from("Jum'at") })
  expect(encodeSms('ç😀')).toEqual({ dataCoding: 8, octets: Buffer.from('00e7d83dde00', 'hex') })
})
