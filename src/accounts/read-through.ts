import { normaliseEmail } from './contact.ts'

// What a text says, however it is written.

/** A text without signs that nobody sees: they cut a word in two for a program alone. */
export function seen(text: string): string {
  return text.replace(/[\p{Default_Ignorable_Code_Point}\u2800]/gu, '')
}

/** Letters set apart one by one ("R a t u", "Y.o.h.") are written together: they are a word to whoever reads them. */
export function spelledOut(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])\p{L}(?:[ .,\-_*/|+~·•]{1,2}\p{L}(?![\p{L}\p{N}])){2,}/gu, (letters) =>
    letters.replace(/[^\p{L}]/gu, ''),
  )
}

/** Letters drawn with other signs: `|<` is a k, `()` an o, ₹ an r, a + within a word a t; white letters on black squares and circles. */
export function drawnLetters(text: string): string {
  return text
    .replace(/[\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}]/gu, (sign) => {
      const at = (sign.codePointAt(0) ?? 0) - 0x1f150
      return String.fromCharCode(97 + (at < 32 ? at : at - 32))
    })
    .replace(/\|v\|/gi, 'm')
    .replace(/\|</g, 'k')
    .replace(/\(\)/g, 'o')
    .replace(/₹/g, 'r')
    .replace(/€/g, 'e')
    .replace(/(?<=\p{L})\+(?=\p{L})/gu, 't')
}

const digits: Readonly<Record<string, string>> = {
  nol: '0',
  kosong: '0',
  satu: '1',
  dua: '2',
  tiga: '3',
  empat: '4',
  lima: '5',
  enam: '6',
  tujuh: '7',
  delapan: '8',
  lapan: '8',
  sembilan: '9',
}
const digitWords = new RegExp(`\\b(?:${Object.keys(digits).join('|')})\\b`, 'gi')

/** Letters that look like digits, in groups of digits: as many digits as letters at least, two at the fewest. */
const lookAlikes: Readonly<Record<string, string>> = {
  o: '0',
  i: '1',
  l: '1',
  '|': '1',
  z: '2',
  s: '5',
  b: '8',
  g: '9',
  q: '9',
}
const groups = /(?<![\p{L}\d|])[\doilzsbgq|]{2,}(?![\p{L}\d|])/giu

/** Digits of every script as ours: its zero begins each ten of them. */
function inOurDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    let zero = digit.codePointAt(0) ?? 0
    const at = zero
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
    return String((at - zero) % 10)
  })
}

function inDigits(group: string): string {
  const digits = group.match(/\d/g)?.length ?? 0
  if (digits < 2 || digits < group.length - digits) return group
  return group.replace(/\D/g, (letter) => lookAlikes[letter.toLowerCase()] ?? letter)
}

/** Runs of digits with whatever stands between them, digits said as words and letters that look like digits read as such. */
export function digitsIn(text: string): string[] {
  const ours = inOurDigits(text.normalize('NFKC')).replace(groups, inDigits)
  const read = ours.replace(/[oO](?:(?<=\d[\s.\-/()]{0,3}[oO])|(?=[\s.\-/()]{0,3}\d))/g, '0')
  const spoken = read.replace(digitWords, (word) => digits[word.toLowerCase()] ?? word)
  const found = spoken.replace(/[lI|](?:(?<=\d[lI|])|(?=\d))/g, '1').match(/\d(?:[^\p{L}\d]{0,3}\d){7,}/gu) ?? []
  return found.map((run) => run.replace(/\D/g, ''))
}

export function addressesIn(text: string): string[] {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/ ?[[({]? ?\bat\b ?[\])}]? ?| ?@ ?/gi, '@')
    .replace(/ ?[[({]? ?\b(?:dot|titik)\b ?[\])}]? ?/gi, '.')
  const found = plain.match(/[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,9}/gu) ?? []
  // The last may be the next sentence: "marta@contoh.id.Petugas".
  const each = found.map((address) => address.replace(/[.-]+$/, ''))
  return [...each, ...each.map((address) => address.replace(/\.[^.@]+$/, ''))].flatMap(
    (said) => normaliseEmail(said) ?? [],
  )
}
