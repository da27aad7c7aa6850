import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanLine, cleanText, readUtf8, saysSomething, shorten } from './clean-text.ts'

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom('a', '\0', '\ud83d', '\ude00', '\r', '\n', '\u0301', '\u202e', '👩‍👩‍👧', '\u200d', ' '))
    .map((parts) => parts.join('')),
)

describe('text that arrives', () => {
  test.each([
    ['NUL becomes a replacement character', 'jalan\0rusak', 'jalan\ufffdrusak'],
    ['a lone surrogate becomes a replacement character', 'a\ud83d b\ude00', 'a\ufffd b\ufffd'],
    ['control characters go', 'a\u0007b\u001bc\u007fd\u009be', 'abcde'],
    ['tabs and line ends stay', 'a\tb\nc', 'a\tb\nc'],
    ['line ends of every system become one', 'a\r\nb\rc\u2028d\u0085e', 'a\nb\nc\nd\ne'],
    ['composed and decomposed letters become the same', 'e\u0301', 'é'],
    ['marks that turn the reading direction go', 'foto\u202egpj.exe \u2066x\u2069', 'fotogpj.exe x'],
    ['white space around goes', ' \n\t jalan \u3000\n', 'jalan'],
    ['markup is text like any other', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['emoji stay whole', '👩‍👩‍👧‍👦 🇮🇩 👍🏽 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣', '👩‍👩‍👧‍👦 🇮🇩 👍🏽 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣'],
    ['other scripts stay', 'ꦲꦏ꧀ꦱꦫꦗꦮ العربية தமிழ் ไทย', 'ꦲꦏ꧀ꦱꦫꦗꦮ العربية தமிழ் ไทย'],
  ])('%s', (_, arrived, stored) => {
    expect(cleanText(arrived)).toBe(stored)
  })

  test('50,000 combining marks shrink to what a letter needs', () => {
    expect(cleanText(`z${'\u0335\u0322'.repeat(25_000)}algo`).length).toBeLessThan(20)
    expect(cleanText(`z${'\u0335\u200d'.repeat(25_000)}algo`).length).toBeLessThan(20)
    expect(cleanText(`${'\u0301'.repeat(50_000)}`).length).toBeLessThan(10)
  })

  test('a million characters of any kind are cleaned within a moment', () => {
    for (const unit of ['a', '\u0301', '\0', '\r', '\u202e', '👩‍👩‍👧', '\ud83d', 'ﷺ', ' ', '\u0344'])
      cleanText(unit.repeat(300_000))
  })

  test('is stored well formed, without NUL and twice the same, whatever it was', () => {
    fc.assert(
      fc.property(anything, (arrived) => {
        const stored = cleanText(arrived)
        expect(stored.isWellFormed()).toBe(true)
        expect(stored).not.toMatch(/[\0\r\u202a-\u202e\u2066-\u2069]/)
        expect(cleanText(stored)).toBe(stored)
        expect(cleanLine(stored)).not.toMatch(/\n/)
      }),
      { numRuns: 2000 },
    )
  })

  test('keeps every letter, digit and emoji that was said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (arrived) => {
        const said = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}\p{S}]/gu, '')
        expect(said(cleanText(arrived))).toBe(said(arrived))
      }),
    )
  })
})

test.each([
  ['', false],
  [' \n\t\u3000', false],
  ['\u200b\u200d\u2060\ufeff', false],
  ['\0\0', false],
  ['\u0301', false],
  ['?', true],
  ['a', true],
  ['🔥', true],
])('whether %j says something: %s', (arrived, answer) => {
  expect(saysSomething(cleanText(arrived))).toBe(answer)
})

describe('shortening', () => {
  test('cuts between graphemes and says that it cut', () => {
    expect(shorten('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2)).toBe('👩‍👩‍👧…')
    expect(shorten('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…')
    expect(shorten('jalan rusak', 7)).toBe('jalan…')
  })

  test('leaves alone what is short enough', () => {
    expect(shorten('👍🏽👍🏽', 2)).toBe('👍🏽👍🏽')
    expect(shorten('', 5)).toBe('')
  })
})

describe('bytes of a form', () => {
  test('that are no UTF-8 give replacement characters, never an error', () => {
    expect(readUtf8(Uint8Array.from([0x6a, 0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80]))).toMatch(/^j\ufffd+\(\ufffd+$/)
    fc.assert(fc.property(fc.uint8Array(), (bytes) => readUtf8(bytes).isWellFormed()))
  })

  test('keep every letter and lose a byte order mark', () => {
    expect(readUtf8(Buffer.from('\ufeffjalan rusak 😀'))).toBe('jalan rusak 😀')
  })
})
