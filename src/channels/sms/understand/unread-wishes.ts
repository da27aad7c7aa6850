import { refusalsIn } from './wish-asked.ts'
import { has, placesOf, type Span, type Token } from './wish-tokens.ts'
import type { Sense } from './wish-words.ts'

/** All that a wish consists of: beside another word "jangan dimuat" is about a lorry, "jangan dilihat" about a road. */
const soft: Sense[] = [
  'all',
  'and',
  'anybody',
  'article',
  'ask',
  'fill',
  'for',
  'know',
  'never',
  'not',
  'other',
  'place',
  'print',
  'put',
  'read',
  'spread',
  'tell',
  'want',
  'whose',
]

/** "jangan dimuat", "jangan sampai orang lain baca", "tidak untuk dipublikasikan", where a part of a sentence says nothing else. */
export function unreadIn(tokens: readonly Token[], clauses: readonly Span[]): Span[] {
  const refusals = [...refusalsIn(tokens), ...notFor(tokens)]
  return clauses.flatMap(({ from, to: end }) => {
    const [except] = placesOf(tokens, from, end + 1, 'except')
    const to = except === undefined ? end : except - 1
    const refusal = refusals.find((one) => one.from >= from && one.to <= to)
    if (!refusal || !allSoft(tokens, from, to)) return []
    const says = (...some: Sense[]) => placesOf(tokens, refusal.to + 1, to + 1, ...some).length > 0
    const toWhom = placesOf(tokens, from, to + 1, 'anybody', 'place').length > 0
    return says('print', 'spread') || (toWhom && says('read', 'know', 'tell', 'put')) ? [{ from, to: end }] : []
  })
}

/** "tidak untuk dipublikasikan"; "bukan untuk konsumsi publik". */
function notFor(tokens: readonly Token[]): Span[] {
  return tokens.flatMap((_, at) =>
    has(tokens, at, 'not') && has(tokens, at + 1, 'for') && has(tokens, at + 2, 'spread', 'print')
      ? [{ from: at, to: at + 1 }]
      : [],
  )
}

function allSoft(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.every((_, at) => at < from || at > to || has(tokens, at, ...soft))
}
