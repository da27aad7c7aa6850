import { type Sense, sensesOf } from './wish-words.ts'
import type { Secrecy } from './understood.ts'

/** A wish for secrecy in a text: which, and where it stands (UTF-16 units), its polite words with it. */
export type Wish = { what: Secrecy; from: number; to: number }

type Token = { from: number; to: number; is: ReadonlySet<Sense>; ends: boolean; isActive: boolean }
/** Where in a sentence, as places of its words, both included. */
type Span = { from: number; to: number }

/**
 * The wishes of a text, in the orders in which people say them: "jangan sebut nama saya", "nama saya jangan disebut", "mohon tidak
 * dipublikasikan", "lindungi identitas saya", "keep this confidential"; in slang, with -nya and -ku, two letters wrong in a long word.
 */
export function findWishes(text: string): Wish[] {
  return [...text.matchAll(/[^.!?;\n]+/g)].flatMap(({ 0: sentence, index }) => inSentence(sentence, index))
}

/** A word, or one of those that are two. */
const spoken =
  /\b(?:kasih?|beri|ngasih|diberi|dikasih?)[ -](?:tahu|tau)\b|\bsiapa[ -]siapa\b|[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}'’]*/giu
const told = new Map<string, ReadonlySet<Sense>>([
  ['siapa siapa', new Set(['anybody'] as const)],
  ...['kasi', 'kasih', 'beri', 'ngasih', 'diberi', 'dikasi', 'dikasih'].flatMap((give) =>
    ['tahu', 'tau'].map((know) => [`${give} ${know}`, new Set(['tell', 'know'] as const)] as const),
  ),
])

function inSentence(sentence: string, start: number): Wish[] {
  const tokens = [...sentence.matchAll(spoken)].map(({ 0: word, index }) => ({
    from: start + index,
    to: start + index + word.length,
    is: told.get(word.toLowerCase().replace(/[^a-z]+/g, ' ')) ?? sensesOf(word),
    isActive: /^me/i.test(word),
    ends: /^\s*[,:)]/.test(sentence.slice(index + word.length)),
  }))
  const found = [...namesIn(tokens), ...wholesIn(tokens)]
  return found.map(({ what, ...span }) => {
    const { from, to } = widened(tokens, span)
    return { what, from: tokens[from]?.from ?? 0, to: tokens[to]?.to ?? 0 }
  })
}

const has = (tokens: readonly Token[], at: number, ...some: Sense[]) =>
  some.some((sense) => tokens[at]?.is.has(sense) ?? false)

/** Their own name, number or identity: "nama lengkap saya", "identitasku", "nama pelapor", or "nama" where nobody else's follows. */
function selvesIn(tokens: readonly Token[]): Span[] {
  return tokens.flatMap((_, at) => {
    if (!has(tokens, at, 'self', 'own', 'detail')) return []
    if (has(tokens, at - 1, 'whose')) return [{ from: at - 1, to: at }]
    let to = at
    while (has(tokens, to + 1, 'kind') && to < at + 2) to += 1
    if (has(tokens, to + 1, 'whose')) return [{ from: at, to: to + 1 }]
    const isAlone = to + 1 >= tokens.length || tokens[to]?.ends || has(tokens, to + 1, ...follows)
    const isEnough = has(tokens, at, 'self') || to > at
    return has(tokens, at, 'own') || (isAlone && isEnough) ? [{ from: at, to }] : []
  })
}

const follows: Sense[] = ['never', 'not', 'tell', 'spread', 'hide', 'shield', 'ask', 'fill']

/** Where something is forbidden or not wanted: "jangan", "tidak mau", "mohon … tidak"; never "jangan hanya", "kenapa tidak". */
function refusalsIn(tokens: readonly Token[]): Span[] {
  if (tokens.some((_, at) => has(tokens, at, 'why'))) return []
  return tokens.flatMap((_, at) => {
    if (has(tokens, at + 1, 'only')) return []
    if (has(tokens, at, 'never')) return [{ from: at, to: at }]
    if (!has(tokens, at, 'not')) return []
    if (has(tokens, at + 1, 'want')) return [{ from: at, to: at + 1 }]
    if (has(tokens, at - 1, 'want') && !has(tokens, at - 1, 'fill')) return [{ from: at - 1, to: at }]
    const asked = askedBefore(tokens, at)
    return asked === undefined ? [] : [{ from: asked, to: at }]
  })
}

/** "mohon agar nama saya tidak …": nothing between but what it is about. */
function askedBefore(tokens: readonly Token[], at: number): number | undefined {
  for (let before = at - 1; before >= Math.max(0, at - 7); before -= 1) {
    if (has(tokens, before, 'ask')) return before
    if (!has(tokens, before, 'fill', 'self', 'own', 'detail', 'whose', 'kind', 'all', 'want')) return undefined
  }
  return undefined
}

function namesIn(tokens: readonly Token[]): (Span & { what: Secrecy })[] {
  const selves = selvesIn(tokens)
  const refusals = refusalsIn(tokens)
  const near = (span: Span, least: number, most: number) =>
    selves.find(
      ({ from, to }) => (from > span.to && from - span.to <= most) || (to < span.from && span.from - to <= least),
    )
  const anonymous = (...spans: Span[]) => ({ what: 'anonymous' as const, ...around(spans) })
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
    return who ? [anonymous(refusal, who)] : []
  })
  const hidden = tokens.flatMap((_, at) => {
    const verb = { from: at, to: at }
    if (!hides(tokens, at, 'shield') || has(tokens, at - 1, 'never', 'not', 'want')) return []
    const self = near(verb, 6, 5)
    if (!self || (has(tokens, at, 'shield') && !isOwned(tokens, self))) return []
    return [anonymous(verb, self)]
  })
  const nameless = placesOf(tokens, 0, tokens.length, 'without').flatMap((at) => {
    const self = selves.find(({ from }) => from > at && from <= at + 2)
    const isTold = has(tokens, at + 1, 'tell') || has(tokens, at - 1, 'filer', 'ask')
    return self && isTold ? [anonymous({ from: at, to: at }, self)] : []
  })
  return [...told, ...known, ...hidden, ...nameless]
}

/** "rahasiakan", or "keep … private". */
function hides(tokens: readonly Token[], at: number, ...or: Sense[]): boolean {
  const isKept = has(tokens, at, 'quiet') && placesOf(tokens, at - 6, at, 'keep').length > 0
  return isKept || has(tokens, at, 'hide', ...or)
}

/** "tahu saya yang lapor", "bilang siapa saya", "tahu siapa pelapornya". */
function writerBehind(tokens: readonly Token[], verb: number): Span | undefined {
  for (let at = verb + 1; at <= verb + 4; at += 1) {
    if (has(tokens, at, 'who') && has(tokens, at + 1, 'whose', 'own')) return { from: verb, to: at + 1 }
    const filer = placesOf(tokens, at + 1, at + 3, 'filer')[0]
    if (has(tokens, at, 'who', 'whose') && filer !== undefined) return { from: verb, to: filer }
  }
  return undefined
}

function isOwned(tokens: readonly Token[], { from, to }: Span): boolean {
  return placesOf(tokens, from, to + 1, 'whose', 'own').length > 0
}

function wholesIn(tokens: readonly Token[]): (Span & { what: Secrecy })[] {
  const selves = selvesIn(tokens)
  const confidential = (...spans: Span[]) => ({ what: 'confidential' as const, ...around(spans) })
  const isOfName = (span: Span) => selves.some(({ from, to }) => from - span.to <= 6 && span.from - to <= 5)
  const spread = refusalsIn(tokens).flatMap((refusal) => {
    const verb = placesOf(tokens, refusal.to + 1, refusal.to + 5, 'spread', 'tell').find((at) =>
      isNear(tokens, refusal.to, at),
    )
    if (verb === undefined) return []
    const span = { from: refusal.from, to: verb }
    if (isOfName(span)) return []
    const subject = placesOf(tokens, Math.max(0, refusal.from - 3), refusal.to + 1, 'all')[0]
    const object = placesOf(
      tokens,
      verb + 1,
      verb + 4,
      'all',
      ...(has(tokens, verb, 'know') ? (['anybody'] as const) : []),
    )[0]
    const isEnd =
      verb + 1 >= tokens.length ||
      tokens[verb]?.ends ||
      object !== undefined ||
      has(tokens, verb + 1, 'fill', 'ask', 'anybody', 'all')
    if (has(tokens, verb, 'spread') ? !isEnd : subject === undefined && object === undefined) return []
    return [
      confidential(span, ...[subject, object].filter((at) => at !== undefined).map((at) => ({ from: at, to: at }))),
    ]
  })
  const hidden = tokens.flatMap((_, at) => {
    const verb = { from: at, to: at }
    if (!hides(tokens, at) || has(tokens, at - 1, 'never', 'not') || isOfName(verb)) return []
    const asked = placesOf(tokens, Math.max(0, at - 5), at, 'ask', 'all', 'keep').find((from) =>
      isNear(tokens, from, at),
    )
    return asked === undefined ? [] : [confidential({ from: asked, to: at })]
  })
  return [...spread, ...hidden]
}

/** Only words that carry nothing stand between. */
function isNear(tokens: readonly Token[], from: number, to: number): boolean {
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

function placesOf(tokens: readonly Token[], from: number, to: number, ...some: Sense[]): number[] {
  return tokens.flatMap((_, at) => (at >= from && at < to && has(tokens, at, ...some) ? [at] : []))
}

function around(spans: readonly Span[]): Span {
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) }
}

/** With the polite and empty words on both sides. */
function widened(tokens: readonly Token[], { from, to }: Span): Span {
  const isSoft = (at: number) => has(tokens, at, 'fill', 'ask', 'whose', 'want', 'all', 'anybody')
  let [first, last] = [from, to]
  while (first > 0 && isSoft(first - 1) && !tokens[first - 1]?.ends) first -= 1
  while (last + 1 < tokens.length && isSoft(last + 1) && !tokens[last]?.ends) last += 1
  return { from: first, to: last }
}
