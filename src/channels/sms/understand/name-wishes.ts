import type { Secrecy } from './understood.ts'
import { hides, refusalsIn } from './wish-asked.ts'
import { around, has, isNear, placesOf, type Span, type Token } from './wish-tokens.ts'
import type { Sense } from './wish-words.ts'
import { caughtIn } from './caught-wishes.ts'
import { writerBehind, writerWishesIn } from './writer-wishes.ts'

export function namesIn(tokens: readonly Token[]): (Span & { what: Secrecy })[] {
  const selves = selvesIn(tokens)
  const refusals = refusalsIn(tokens)
  const near = (span: Span, least: number, most: number) =>
    selves.find(
      ({ from, to }) => (from > span.to && from - span.to <= most) || (to < span.from && span.from - to <= least),
    )
  const anonymous = (...spans: Span[]) => {
    const [whom] = spans.flatMap((span) => span.whom ?? [])
    return { what: 'anonymous' as const, ...around(spans), ...(whom !== undefined && { whom }) }
  }
  const told = refusals.flatMap((refusal) => {
    const verb = placesOf(tokens, refusal.to + 1, refusal.to + 9, 'tell', 'spread').find((at) =>
      isNear(tokens, refusal.to, at),
    )
    if (verb === undefined) return []
    const within = selves.find(({ from, to }) => from > refusal.to && to < verb)
    const self =
      within ??
      near({ from: refusal.from, to: verb }, 5, 6) ??
      selves.find(({ from, to }) => from > refusal.from && to < refusal.to)
    // "petugas tidak mau menyebut nama": it is they who do not.
    const isTheirs = tokens[verb]?.isActive && !has(tokens, refusal.from, 'never', 'ask')
    return self && (!isTheirs || isOwned(tokens, self)) ? [anonymous(refusal, { from: verb, to: verb }, self)] : []
  })
  const known = refusals.flatMap((refusal) => {
    const verb = placesOf(tokens, refusal.to + 1, refusal.to + 7, 'know', 'tell')[0]
    const who = verb === undefined ? undefined : writerBehind(tokens, verb)
    // "jangan sampai pengelola pasar tahu saya yang lapor"
    return who ? [anonymous(refusal, { ...who, whom: refusal.to + 1 })] : []
  })
  // "identitas saya jangan sampai orang lain tahu"
  const unknown = refusals.flatMap((refusal) => {
    const verb = placesOf(tokens, refusal.to + 1, refusal.to + 7, 'know', 'read')[0]
    const isAsked = has(tokens, refusal.from, 'never', 'ask')
    if (verb === undefined || !isAsked || placesOf(tokens, refusal.from - 3, verb + 4, 'anybody').length === 0)
      return []
    const span = { from: refusal.from, to: verb }
    const self = near(span, 5, 4)
    return self && isOwned(tokens, self) ? [anonymous(span, self)] : []
  })
  const hidden = tokens.flatMap((_, at) => {
    const verb = { from: at, to: at }
    if (!hides(tokens, at, 'shield') || has(tokens, at - 1, 'never', 'not', 'want')) return []
    const self = near(verb, 6, 5)
    // "mohon perlindungan identitas"
    const isAsked = has(tokens, at - 1, 'ask') && self?.from === at + 1 && has(tokens, self.from, 'self')
    if (!self || (has(tokens, at, 'shield') && !isOwned(tokens, self) && !isAsked)) return []
    return [anonymous(verb, self)]
  })
  const nameless = placesOf(tokens, 0, tokens.length, 'without').flatMap((at) => {
    const self = selves.find(({ from }) => from > at && from <= at + 2)
    const isTold = has(tokens, at + 1, 'tell') || has(tokens, at - 1, 'filer', 'ask')
    return self && isTold ? [anonymous({ from: at, to: at }, self)] : []
  })
  return [
    ...told,
    ...known,
    ...unknown,
    ...hidden,
    ...nameless,
    ...writerWishesIn(tokens, refusals, selves).map((span) => anonymous(span)),
    ...caughtIn(tokens, refusals, selves).map((span) => anonymous(span)),
  ]
}

/** Their own name, number or identity: "nama lengkap saya", "identitasku", "nama pelapor", or "nama" where nobody else's follows. */
export function selvesIn(tokens: readonly Token[]): Span[] {
  return tokens.flatMap((_, at) => {
    if (!has(tokens, at, 'self', 'own', 'detail')) return []
    if (has(tokens, at - 1, 'whose')) return [{ from: at - 1, to: at }]
    let to = at
    while (has(tokens, to + 1, 'kind') && to < at + 2) to += 1
    if (has(tokens, to + 1, 'whose')) {
      const isWriter = has(tokens, to + 2, 'that') && has(tokens, to + 3, 'filer')
      return [{ from: at, to: isWriter ? to + 3 : to + 1 }]
    }
    const isAlone = to + 1 >= tokens.length || tokens[to]?.ends || has(tokens, to + 1, ...follows)
    const isEnough = has(tokens, at, 'self') || to > at
    return has(tokens, at, 'own') || (isAlone && isEnough) ? [{ from: at, to }] : []
  })
}

const follows: Sense[] = ['never', 'not', 'tell', 'spread', 'hide', 'shield', 'ask', 'fill']

function isOwned(tokens: readonly Token[], { from, to }: Span): boolean {
  return placesOf(tokens, from, to + 1, 'whose', 'own').length > 0
}
