import { partsOf } from './wish-clauses.ts'
import { has, placesOf, type Span, type Token } from './wish-tokens.ts'
import type { Sense } from './wish-words.ts'

/**
 * Wishes that nobody shall know whose report it is: "rahasiakan siapa yang lapor", "saya yang lapor jangan dibilang"; and in few words, where a part
 * of a sentence says nothing else, "tanpa nama ya pak", "jangan sampai ketahuan", "hapus nama saya".
 */
export function writerWishesIn(tokens: readonly Token[], refusals: readonly Span[], selves: readonly Span[]): Span[] {
  const hidden = placesOf(tokens, 0, tokens.length, 'hide').flatMap((at) => {
    const writer = has(tokens, at - 1, 'never', 'not') ? undefined : writerBehind(tokens, at)
    return writer && writer.to - writer.from <= 6 ? [{ from: writer.from, to: writer.to }] : []
  })
  const before = refusals.flatMap(({ from, to }) => {
    const [verb] = placesOf(tokens, to + 1, to + 4, 'know', 'tell')
    const who = placesOf(tokens, Math.max(0, from - 4), from, 'whose', 'who')[0]
    return verb !== undefined && who !== undefined && has(tokens, from - 1, 'filer') ? [{ from: who, to: verb }] : []
  })
  const feared = placesOf(tokens, 0, tokens.length, 'fear').flatMap((from) => {
    const [verb] = placesOf(tokens, from + 1, endOf(tokens, from) + 1, 'know')
    const who = verb === undefined ? undefined : writerBehind(tokens, verb)
    return who ? [{ ...who, from, whom: from + 1 }] : []
  })
  const unnamed = partsOf(tokens).flatMap((part) => unmentionedIn(tokens, part, refusals))
  const whole = partsOf(tokens).filter((part) => isWish(tokens, part, { refusals, selves }))
  return [...hidden, ...before, ...feared, ...unnamed, ...whole]
}

/**
 * "tahu saya yang lapor", "bilang siapa saya", "tahu siapa pelapornya", "bilang ini dari saya", "bilang ke kepala puskesmas kalau saya yang kasih info": to
 * the end of the part, whoever stands between.
 */
export function writerBehind(tokens: readonly Token[], verb: number): Span | undefined {
  const whom = verb + 1
  for (let at = whom; at < tokens.length && !tokens[at - 1]?.ends; at += 1) {
    if (has(tokens, at, 'who') && has(tokens, at + 1, 'whose', 'own')) return { from: verb, to: at + 1, whom }
    if (at <= verb + 4 && has(tokens, at, 'from') && has(tokens, at + 1, 'who', 'whose'))
      return { from: verb, to: at + 1, whom }
    const filer = filerBehind(tokens, at)
    const isSaid = has(tokens, at, 'who', 'whose') && (at <= verb + 4 || has(tokens, at + 1, 'that'))
    if (isSaid && filer !== undefined) return { from: verb, to: filer, whom }
  }
  return undefined
}

/** "saya lapor", "siapa yang lapor", "saya yang kasih info". */
function filerBehind(tokens: readonly Token[], who: number): number | undefined {
  const [filer] = placesOf(tokens, who + 1, who + 3, 'filer')
  if (filer !== undefined || !has(tokens, who + 1, 'that')) return filer
  return placesOf(tokens, who + 2, who + 4, 'source').at(-1)
}

/** "jangan sebut saya ya", "saya gak mau disebut"; not "saya tidak mau bilang": there it is the writer who does not tell. */
function unmentionedIn(tokens: readonly Token[], { from, to }: Span, refusals: readonly Span[]): Span[] {
  const refusal = refusals.find((one) => one.from >= from && one.to <= to)
  if (!refusal || !tokens.slice(from, to + 1).every((_, at) => has(tokens, from + at, ...soft, 'idle', 'involve')))
    return []
  const [verb] = placesOf(tokens, refusal.to + 1, Math.min(to + 1, refusal.to + 4), 'tell', 'involve')
  const isMe = (at: number) => has(tokens, at, 'whose')
  if (verb === undefined || has(tokens, verb, 'know')) return []
  const [me] = placesOf(tokens, from, refusal.from, 'whose')
  if (isMe(verb + 1)) return [{ from: refusal.from, to: verb + 1 }]
  return me !== undefined && tokens[verb]?.isPassive ? [{ from: me, to: verb }] : []
}

const soft: Sense[] = [
  'all',
  'and',
  'anybody',
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

/** The last word before a comma. */
export function endOf(tokens: readonly Token[], from: number): number {
  const at = tokens.findIndex(({ ends }, place) => ends && place >= from)
  return at < 0 ? tokens.length - 1 : at
}
