import { selvesIn } from './name-wishes.ts'
import type { Secrecy } from './understood.ts'
import { unreadIn } from './unread-wishes.ts'
import { hides, refusalsIn } from './wish-asked.ts'
import { clausesOf } from './wish-clauses.ts'
import { writerBehind } from './writer-wishes.ts'
import { around, has, isNear, placesOf, type Span, type Token } from './wish-tokens.ts'

/**
 * Wishes that nobody shall read it; where only a name was meant, they are the name's. Beside such a wish this one holds.
 * @param names the wishes for a name in them
 */
export function wholesIn(tokens: readonly Token[], names: readonly Span[]): (Span & { what: Secrecy })[] {
  const selves = selvesIn(tokens)
  const clauses = clausesOf(tokens)
  const confidential = (...spans: Span[]) => ({ what: 'confidential' as const, ...around(spans) })
  const isOfName = (span: Span) => selves.some((self) => isAbout(tokens, clauses, self, span))
  const spread = refusalsIn(tokens).flatMap((refusal) => {
    const verb = placesOf(tokens, refusal.to + 1, refusal.to + 5, 'spread', 'tell').find((at) =>
      isNear(tokens, refusal.to, at),
    )
    if (verb === undefined) return []
    const span = { from: refusal.from, to: verb }
    if (isOfName(span) || writerBehind(tokens, verb)) return []
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
      clauses.some(({ to }) => to === verb) ||
      has(tokens, verb + 1, 'fill', 'ask', 'anybody', 'all')
    if (has(tokens, verb, 'spread') ? !isEnd : subject === undefined && object === undefined) return []
    return [
      confidential(span, ...[subject, object].filter((at) => at !== undefined).map((at) => ({ from: at, to: at }))),
    ]
  })
  const hidden = tokens.flatMap((_, at) => {
    const verb = { from: at, to: at }
    if (!hides(tokens, at) || has(tokens, at - 1, 'never', 'not') || isOfName(verb) || writerBehind(tokens, at))
      return []
    const asked = placesOf(tokens, Math.max(0, at - 5), at, 'ask', 'all', 'keep').find((from) =>
      isNear(tokens, from, at),
    )
    return asked === undefined ? [] : [confidential({ from: asked, to: at })]
  })
  const unread = unreadIn(tokens, clauses).flatMap((span) => (isOfName(span) ? [] : [confidential(span)]))
  const besideName = selves.flatMap((self) => {
    const all = besideIt(tokens, self)
    const wish = names.find(({ from, to }) => from <= self.from && self.to <= to)
    return all === undefined || !wish ? [] : [confidential(wish, { from: all, to: all })]
  })
  return [...spread, ...hidden, ...unread, ...besideName]
}

/** A name near by; but not one of which another part of the sentence says that it is to be hidden. */
function isAbout(tokens: readonly Token[], clauses: readonly Span[], self: Span, span: Span): boolean {
  const isNearby = self.from - span.to <= 6 && span.from - self.to <= 5
  const [its] = clauses.filter(({ from, to }) => from <= self.to && self.from <= to)
  if (!isNearby || !its || (its.from <= span.to && span.to <= its.to)) return isNearby
  const { from, to } = its
  const isRefused = placesOf(tokens, from, to, 'never', 'not').length > 0
  const telling = isRefused ? (['tell', 'spread'] as const) : []
  return placesOf(tokens, from, to + 1, 'hide', 'shield', 'quiet', ...telling).length === 0
}

/** "nama dan laporan saya", "laporan dan nama saya": what they wrote, named beside their name. */
function besideIt(tokens: readonly Token[], { from, to }: Span): number | undefined {
  if (has(tokens, from - 1, 'and') && has(tokens, from - 2, 'all')) return from - 2
  if (!has(tokens, to + 1, 'and') || !has(tokens, to + 2, 'all')) return undefined
  let after = to + 2
  while (!tokens[after]?.ends && has(tokens, after + 1, 'all', 'whose', 'fill', 'ask', 'article')) after += 1
  const isEnd = after + 1 >= tokens.length || tokens[after]?.ends
  return isEnd || has(tokens, after + 1, 'never', 'not', 'hide', 'tell', 'spread') ? to + 2 : undefined
}
