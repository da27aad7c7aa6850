import { has, placesOf, type Span, type Token } from './wish-tokens.ts'
import type { Sense } from './wish-words.ts'

/**
 * Wishes that nobody shall know whose report it is: "rahasiakan siapa yang lapor", "saya yang lapor jangan dibilang"; and in few words, where a part
 * of a sentence says nothing else, "tanpa nama ya pak", "jangan sampai ketahuan", "hapus nama saya".
 */
export function writerWishesIn(tokens: readonly Token[], refusals: readonly Span[], selves: readonly Span[]): Span[] {
  const hidden = placesOf(tokens, 0, tokens.length, 'hide').flatMap((at) => {
    const writer = has(tokens, at - 1, 'never', 'not') ? undefined : writerBehind(tokens, at)
    return writer ? [writer] : []
  })
  const before = refusals.flatMap(({ from, to }) => {
    const [verb] = placesOf(tokens, to + 1, to + 4, 'know', 'tell')
    const who = placesOf(tokens, Math.max(0, from - 4), from, 'whose', 'who')[0]
    return verb !== undefined && who !== undefined && has(tokens, from - 1, 'filer') ? [{ from: who, to: verb }] : []
  })
  return [...hidden, ...before, ...partsOf(tokens).filter((part) => isWish(tokens, part, { refusals, selves }))]
}

/** "tahu saya yang lapor", "bilang siapa saya", "tahu siapa pelapornya", "bilang ini dari saya". */
export function writerBehind(tokens: readonly Token[], verb: number): Span | undefined {
  for (let at = verb + 1; at <= verb + 4; at += 1) {
    if (has(tokens, at, 'who') && has(tokens, at + 1, 'whose', 'own')) return { from: verb, to: at + 1 }
    if (has(tokens, at, 'from') && has(tokens, at + 1, 'who', 'whose')) return { from: verb, to: at + 1 }
    const filer = placesOf(tokens, at + 1, at + 3, 'filer')[0]
    if (has(tokens, at, 'who', 'whose') && filer !== undefined) return { from: verb, to: filer }
  }
  return undefined
}

const soft: Sense[] = [
  'all',
  'and',
  'ask',
  'be',
  'caught',
  'detail',
  'erase',
  'fear',
  'fill',
  'filer',
  'from',
  'kind',
  'know',
  'never',
  'not',
  'own',
  'self',
  'tell',
  'that',
  'want',
  'who',
  'whom',
  'whose',
  'without',
]

function isWish(
  tokens: readonly Token[],
  { from, to }: Span,
  { refusals, selves }: Record<'refusals' | 'selves', readonly Span[]>,
): boolean {
  const isWhole = tokens.slice(from, to + 1).every((_, at) => has(tokens, from + at, ...soft))
  if (!isWhole) return false
  const says = (...some: Sense[]) => placesOf(tokens, from, to + 1, ...some)
  const isRefused = refusals.some((one) => one.from >= from && one.to <= to)
  const isTwice = says('never').length > 0 && says('not').length > 0
  const self = selves.find((one) => one.from >= from && one.to <= to)
  const isOwned = self !== undefined && placesOf(tokens, self.from, self.to + 1, 'whose', 'own').length > 0
  return (
    (says('caught').length > 0 && (isRefused || says('fear').length > 0)) ||
    (says('filer').length === 0 && says('without').some((at) => has(tokens, at + 1, 'self'))) ||
    (says('erase').length > 0 && isOwned) ||
    (says('never').length > 0 && !isTwice && isOwned) ||
    (isRefused && !isTwice && says('whom').length > 0 && says('tell', 'know').length > 0)
  )
}

/** Between commas. */
function partsOf(tokens: readonly Token[]): Span[] {
  const ends = [...tokens.keys()].filter((at) => tokens[at]?.ends || at === tokens.length - 1)
  return ends.map((to, at) => ({ from: (ends[at - 1] ?? -1) + 1, to }))
}
