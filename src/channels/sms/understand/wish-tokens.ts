import { type Sense, sensesOf } from './wish-words.ts'

export type Token = {
  from: number
  to: number
  is: ReadonlySet<Sense>
  ends: boolean
  isActive: boolean
  isPassive: boolean
}
/** Where in a sentence, as places of its words, both included; `whom`: among them, from where on they only say who shall not know. */
export type Span = { from: number; to: number; whom?: number }

/** The words of a sentence that begins at this place of its text. */
export function tokensIn(sentence: string, start: number): Token[] {
  return [...sentence.matchAll(spoken)].map(({ 0: word, index }) => ({
    from: start + index,
    to: start + index + word.length,
    is: told.get(inWords(word)) ?? sensesOf(word),
    isActive: /^me/i.test(word),
    isPassive: /^di/i.test(word),
    ends: /^\s*[,:)]/.test(sentence.slice(index + word.length)),
  }))
}

/** "siapa2" is "siapa siapa". */
function inWords(word: string): string {
  return word
    .toLowerCase()
    .replace(/^(\p{L}+)[2²]$/u, '$1 $1')
    .replace(/[^a-z]+/g, ' ')
}

/** A word, or one of those that are two. */
const spoken =
  /\b(?:kasih?|beri|ngasih|diberi|dikasih?)[ -](?:tahu|tau)\b|\b(siapa|bilang|cerita)[ -]\1\b|\bada (?:yang|yg)\b(?= (?:di|mem|nge|ter)?(?:baca|lihat|liat|tahu|tau)\b)|[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’]*/giu
const told = new Map<string, ReadonlySet<Sense>>([
  ['siapa siapa', new Set(['anybody'] as const)],
  ...['bilang', 'cerita'].map((tell) => [`${tell} ${tell}`, new Set(['tell', 'spread', 'know'] as const)] as const),
  ...['yang', 'yg'].map((who) => [`ada ${who}`, new Set(['anybody'] as const)] as const),
  ...['kasi', 'kasih', 'beri', 'ngasih', 'diberi', 'dikasi', 'dikasih'].flatMap((give) =>
    ['tahu', 'tau'].map((know) => [`${give} ${know}`, new Set(['tell', 'know', 'source'] as const)] as const),
  ),
])

export const has = (tokens: readonly Token[], at: number, ...some: Sense[]) =>
  some.some((sense) => tokens[at]?.is.has(sense) ?? false)

export function placesOf(tokens: readonly Token[], from: number, to: number, ...some: Sense[]): number[] {
  return tokens.flatMap((_, at) => (at >= from && at < to && has(tokens, at, ...some) ? [at] : []))
}

export function around(spans: readonly Span[]): Span {
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) }
}

/** Only words that carry nothing stand between. */
export function isNear(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from + 1, to)
    .every(({ is }) =>
      (
        [
          'fill',
          'article',
          'self',
          'own',
          'detail',
          'whose',
          'kind',
          'all',
          'want',
          'know',
          'ask',
          'anybody',
          'tell',
          'spread',
        ] as const
      ).some((one) => is.has(one)),
    )
}
