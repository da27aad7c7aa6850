/** The longest text that a citizen's form accepts, in UTF-16 units, as `maxlength` in HTML counts. Imports may be longer. */
export const maxTextLength = 20_000

/** The longest title, in graphemes: what a reader counts as letters. */
export const maxTitleGraphemes = 100

/** Marks above and below one letter that any living script needs; more is "zalgo" that paints over its neighbours. */
const maxMarks = 8

const invisible = '\\p{M}\\u200b-\\u200f\\u2060\\ufe00-\\ufe0f\\u{e0020}-\\u{e007f}'
const pileOfMarks = new RegExp(`([${invisible}]{${maxMarks}})[${invisible}]+`, 'gu')
const graphemes = new Intl.Segmenter('id', { granularity: 'grapheme' })

/**
 * What arrived as text, as we store it: PostgreSQL takes it, screens show it in one direction, nothing that was said is lost.
 * NUL and lone surrogates become U+FFFD; other control characters but line ends and tabs go, as do marks that turn the
 * direction of what follows; line ends become LF; the form is NFC; at most 8 marks stay on a letter. Never throws.
 */
export function cleanText(arrived: string): string {
  return arrived
    .toWellFormed()
    .replaceAll('\0', '\ufffd')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[\u061c\u202a-\u202e\u2066-\u206f]/g, '')
    .replace(pileOfMarks, '$1')
    .normalize('NFC')
    .replace(pileOfMarks, '$1')
    .trim()
}

/** The same for one line: a title, a name, a place. Every run of white space becomes one space. */
export function cleanLine(arrived: string): string {
  return cleanText(arrived).replace(/\s+/g, ' ')
}

/** Whether there is anything to read: a letter, digit, symbol or sign, not only spaces and invisible marks. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(text.replaceAll('\ufffd', ''))
}

/** The first `maxGraphemes` graphemes, the last of them "…" when something was cut. Never cuts an emoji or a letter with its marks. */
export function shorten(text: string, maxGraphemes: number): string {
  const kept: string[] = []
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length === maxGraphemes) return `${kept.slice(0, -1).join('').trimEnd()}…`
    kept.push(segment)
  }
  return text
}

/** Bytes that should be UTF-8, as text. Whatever is not becomes U+FFFD; a byte order mark goes. Never throws. */
export function readUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes)
}
