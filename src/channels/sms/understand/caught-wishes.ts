import { has, placesOf, type Span, type Token } from './wish-tokens.ts'
import type { Sense } from './wish-words.ts'
import { endOf } from './writer-wishes.ts'

/** Whom it is to be hidden from is said in so many words. */
const longestWhom = 5

/**
 * Wishes not to be found out, whoever follows: "nama saya jangan sampai ketahuan pihak sekolah", "jangan sampai ketahuan orang kecamatan", "saya takut
 * ketahuan orang kantor". Without a name of their own nobody else is spoken of: "jual miras jangan sampai ketahuan polisi" is no wish.
 */
export function caughtIn(tokens: readonly Token[], refusals: readonly Span[], selves: readonly Span[]): Span[] {
  const own = selves.filter(({ from, to }) => placesOf(tokens, from, to + 1, 'whose', 'own').length > 0)
  const refused = refusals.flatMap((refusal) => {
    const [verb] = placesOf(tokens, refusal.to + 1, refusal.to + 4, 'caught', 'know')
    if (verb === undefined || !has(tokens, refusal.from, 'never', 'ask', 'not') || !isApart(tokens, refusal.to, verb))
      return []
    const self = own.find(
      ({ from, to }) => to < refusal.from && refusal.from - to <= 2 && isApart(tokens, from, refusal.from),
    )
    if (self && (tokens[verb]?.isPassive || !has(tokens, verb, 'tell'))) return [toWhom(tokens, self.from, verb)]
    if (!has(tokens, verb, 'caught') || !isBegun(tokens, refusal.from) || !namesWhom(tokens, verb)) return []
    return [toWhom(tokens, refusal.from, verb)]
  })
  const feared = placesOf(tokens, 0, tokens.length, 'fear').flatMap((fear) => {
    const [verb] = placesOf(tokens, fear + 1, fear + 4, 'caught')
    if (verb === undefined || !isApart(tokens, fear, verb) || !isBegun(tokens, fear)) return []
    return namesWhom(tokens, verb) ? [toWhom(tokens, fear, verb)] : []
  })
  return [...refused, ...feared]
}

const between: Sense[] = ['fill', 'whose', 'self', 'own', 'detail', 'kind', 'all', 'ask', 'want', 'be']

function isApart(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from + 1, to).every(({ ends }, at) => !ends && has(tokens, from + 1 + at, ...between))
}

/** Nothing else is spoken of in front of it, to the last comma. */
function isBegun(tokens: readonly Token[], from: number): boolean {
  const begin = tokens.findLastIndex(({ ends }, at) => ends && at < from) + 1
  return tokens.slice(begin, from).every((_, at) => has(tokens, begin + at, ...between, 'idle', 'and'))
}

function namesWhom(tokens: readonly Token[], verb: number): boolean {
  return !tokens[verb]?.ends && has(tokens, verb + 1, 'toward', 'other', 'whom', 'anybody')
}

/** Up to why, or another wish. */
function toWhom(tokens: readonly Token[], from: number, verb: number): Span {
  const end = Math.min(endOf(tokens, verb), verb + longestWhom)
  let to = verb
  while (
    to < end &&
    !has(tokens, to + 1, 'and', 'fear', 'never', 'hide', 'ask', 'self', 'filer') &&
    !isWhy(tokens, to + 1)
  )
    to += 1
  return { from, to, whom: verb + 1 }
}

/** "karena", "biar", "kalau": what follows tells more. */
function isWhy(tokens: readonly Token[], at: number): boolean {
  return has(tokens, at, 'why') || (has(tokens, at, 'fill') && has(tokens, at, 'idle') && !has(tokens, at, 'toward'))
}
