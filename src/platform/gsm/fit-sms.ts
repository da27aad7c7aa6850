import { encodeGsm7, isGsm7 } from './gsm7.ts'

/** One SMS of ours: at most so many septets of GSM 03.38, or UTF-16 units. */
export const oneSms = { gsm7: 160, ucs2: 70 } as const

/** `length` in septets (letters of the extension table count two) or in UTF-16 units. */
export type Size = { alphabet: 'gsm7' | 'ucs2'; length: number; fits: boolean }

const graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' })

/** What letters are said with when a phone's alphabet lacks them and Unicode knows no simpler form. */
const plainLetters: Record<string, string> = {
  ...each('‘’‚‛‹›′`´ʻʼ', "'"),
  ...each('“”„‟«»″', '"'),
  ...each('‐‑‒–—―−•·▪', '-'),
  ...each('\u00a0\t\u2028\u2029', ' '),
  ...each('\u00ad\u200b\u200c\u200d\u2060\ufe0f\ufeff', ''),
  '×': 'x',
  '÷': ':',
  '°': 'o',
  '©': '(c)',
  '®': '(R)',
  '→': '->',
  '←': '<-',
  '≤': '<=',
  '≥': '>=',
  '\u2044': '/',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
}

export function sizeOf(text: string): Size {
  const septets = encodeGsm7(text)
  if (septets) return { alphabet: 'gsm7', length: septets.length, fits: septets.length <= oneSms.gsm7 }
  return { alphabet: 'ucs2', length: text.length, fits: text.length <= oneSms.ucs2 }
}

/** The text with typographic letters said plainly, so that words of ours need no UCS-2; emoji and other scripts stay. */
export function toGsm(text: string): string {
  return Array.from(graphemes.segment(text.toWellFormed()), ({ segment }) => plain(segment)).join('')
}

/**
 * The text in letters of GSM 03.38 alone and on one line, so that a single emoji does not make an SMS of 160 letters one of 70.
 * `isWhole`: nothing was left out but emoji and other signs.
 */
export function inGsm(text: string): { text: string; isWhole: boolean } {
  let isWhole = true
  const kept = Array.from(graphemes.segment(toGsm(text)), ({ segment }) => {
    if (isGsm7(segment)) return segment
    if (/[\p{L}\p{N}]/u.test(segment)) isWhole = false
    return ' '
  })
  const said = kept
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?](?: |$))/g, '')
    .trim()
  return { text: said, isWhole }
}

/** The last link of a text, and what stands around it. */
const lastLink = /^(.*)(https?:\/\/\S+)(.*)$/s

/**
 * The text as one SMS: said plainly, and cut when it is still too long, with "..." where it was. Cut between graphemes: never
 * within an emoji or between a letter and its marks. Half a link leads nowhere: what is said behind it is cut, then what stands before it.
 */
export function fitSms(text: string): string {
  const whole = toGsm(text)
  if (sizeOf(whole).fits) return whole
  const [, before = '', link = '', behind = ''] = lastLink.exec(whole) ?? []
  if (!link || !sizeOf(`... ${link}`).fits) return cut(whole, (kept) => `${kept}...`)
  if (sizeOf(`${before}${link}...`).fits) return cut(behind, (kept) => `${before}${link}${kept}...`)
  return cut(before, (kept) => (kept ? `${kept}... ${link}` : link))
}

/** As much of these words as fits into what `around` says with them. */
function cut(words: string, around: (kept: string) => string): string {
  const letters = Array.from(graphemes.segment(words), ({ segment }) => segment)
  const said = (count: number) => around(letters.slice(0, count).join('').trimEnd())
  let [most, tooMany] = [0, letters.length]
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2)
    if (sizeOf(said(middle)).fits) most = middle
    else tooMany = middle
  }
  return said(most)
}

function plain(grapheme: string): string {
  if (isGsm7(grapheme)) return grapheme
  const simpler = plainLetters[grapheme] ?? grapheme.normalize('NFKD')
  const plainly = [...simpler].map((letter) => plainLetters[letter] ?? letter.replace(/\p{M}/u, '')).join('')
  return isGsm7(plainly) ? plainly : grapheme
}

function each(letters: string, plainly: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, plainly]))
}
