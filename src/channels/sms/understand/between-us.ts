import { selvesIn } from './name-wishes.ts'
import type { Secrecy } from './understood.ts'
import type { Span, Token } from './wish-tokens.ts'

const reader = '(?:kita|bapak|bpk|pak|ibu|bu|admin|min|mimin|petugas|kakak|kak)'
const merely = '(?: (?:saja|aja|sj|doang|berdua))'
const knows = '(?:yang|yg) (?:bisa |boleh |perlu |dapat )?(?:tahu|tau|baca|mengetahui)'
/** "cukup saya dan bapak saja yang tahu"; of kades or guru it is no wish, but perhaps the complaint. */
const saysBetween = new RegExp(
  String.raw`\bantara (?:(?:saya|sy) (?:dan|sama|dengan) )?${reader}${merely}+(?= *$| *,| ya| yah| pak| bu| min| kak| soal)|` +
    String.raw`\b(?:cukup|hanya|cuma|cuman)(?: (?:saya|sy) (?:dan|sama|dengan))?(?: ${reader})+${merely}* ${knows}\b`,
  'giu',
)
const denied = /\b(?:bukan|bkn|jangan|jgn|tidak|tdk|gak|ga|kok|kenapa)(?: \p{L}+)? $/iu

/**
 * "ini antara kita saja ya pak", "cukup bapak saja yang tahu", "hanya admin yang tau nama saya": for whoever reads it, and nobody else.
 * @param start where the sentence begins in its text, in UTF-16 units
 */
export function betweenUs(sentence: string, start: number, tokens: readonly Token[]): (Span & { what: Secrecy })[] {
  return [...sentence.matchAll(saysBetween)].flatMap(({ 0: words, index }) => {
    if (denied.test(sentence.slice(0, index))) return []
    const from = tokens.findIndex((token) => token.from >= start + index)
    const to = tokens.findLastIndex((token) => token.to <= start + index + words.length)
    const name = selvesIn(tokens).find((self) => self.from > to && self.from - to <= 2)
    return [{ what: name ? ('anonymous' as const) : ('confidential' as const), from, to: name?.to ?? to, whom: from }]
  })
}
