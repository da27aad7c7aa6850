import { betweenUs } from './between-us.ts'
import { namesIn } from './name-wishes.ts'
import type { Secrecy } from './understood.ts'
import { wholePartsIn } from './whole-parts.ts'
import { wholesIn } from './whole-wishes.ts'
import { has, placesOf, type Span, type Token, tokensIn } from './wish-tokens.ts'
import type { Sense } from './wish-words.ts'

/** A wish for secrecy in a text: which, and where its words stand (UTF-16 units), its polite words with them; what stands between them and tells something is not of it. */
export type Wish = { what: Secrecy; words: { from: number; to: number }[] }

/**
 * The wishes of a text, in the orders in which people say them: "jangan sebut nama saya", "nama saya jangan disebut", "mohon tidak
 * dipublikasikan", "lindungi identitas saya", "keep this confidential"; in slang, with -nya and -ku, two letters wrong in a long word.
 */
export function findWishes(text: string): Wish[] {
  return [...text.matchAll(/[^.!?;\n]+/g)].flatMap(({ 0: sentence, index }) => inSentence(sentence, index))
}

function inSentence(sentence: string, start: number): Wish[] {
  const tokens = tokensIn(sentence, start)
  const names = namesIn(tokens)
  const found = [...names, ...wholesIn(tokens, names), ...wholePartsIn(tokens), ...betweenUs(sentence, start, tokens)]
  return found.map(({ what, ...span }) => {
    const { from, to } = widened(tokens, span)
    return { what, words: tokens.slice(from, to + 1).filter((_, at) => isOf(tokens, from + at, span)) }
  })
}

/** Not "Budi" in "nama saya Budi, dirahasiakan", nor somebody of whom it is not said that they shall not know. */
function isOf(tokens: readonly Token[], at: number, core: Span): boolean {
  const isBeside = at < core.from || at > core.to
  if (core.whom !== undefined && !isBeside && at >= core.whom) return true
  if (has(tokens, at, 'place') && isBeside) return has(tokens, at - 1, 'fill', 'toward', 'place')
  if (has(tokens, at, 'whom')) return shallNotKnow(tokens, at)
  return (tokens[at]?.is.size ?? 0) > 0
}

/** "ke pak lurah", "jangan bilang lurah", "lurah jangan sampai tahu". */
function shallNotKnow(tokens: readonly Token[], at: number): boolean {
  let before = at - 1
  while (!tokens[before]?.ends && has(tokens, before, 'whom', 'anybody', 'fill') && !has(tokens, before, 'toward'))
    before -= 1
  const isTold = has(tokens, before, 'tell', 'know', 'caught') && !tokens[before]?.isPassive
  if (!tokens[before]?.ends && (isTold || has(tokens, before, 'toward'))) return true
  return tokens.some(({ is }) => is.has('know') && !is.has('tell'))
}

const soft: Sense[] = ['fill', 'ask', 'whose', 'want', 'all']
const others: Sense[] = ['anybody', 'place']
const told: Sense[] = ['whom', 'be', ...others, ...soft]

/**
 * With the polite and empty words on both sides, a verb said twice ("dibawa bawa"), and, behind "dari" or "ke", whoever shall not know. Beyond a stop or
 * a comma only what is nothing but polite: "kepala sekolah, rahasiakan nama saya" says who it was.
 */
function widened(tokens: readonly Token[], { from, to }: Span): Span {
  const isAll = (start: number, end: number, ...some: Sense[]) =>
    tokens.slice(start, end).every((_, at) => has(tokens, start + at, ...some))
  const isStop = (at: number) => tokens[at]?.ends ?? false
  let [first, last] = [from, to]
  while (first > 0 && !isStop(first - 1) && has(tokens, first - 1, ...soft)) first -= 1
  while (last + 1 < tokens.length && !isStop(last) && goesOn(tokens, last)) last += 1
  const begin = tokens.findLastIndex(({ ends }, at) => ends && at < first) + 1
  const next = tokens.findIndex(({ ends }, at) => ends && at >= last)
  const end = next < 0 ? tokens.length - 1 : next
  if (has(tokens, begin, 'toward') && isAll(begin + 1, first, ...told)) first = begin
  if ([last, last + 1].some((at) => has(tokens, at, 'toward')) && isAll(last + 2, end + 1, ...told)) last = end
  // "saya takut, rahasiakan nama saya"
  const isIdle = (from: number, to: number) =>
    isAll(from, to, 'idle') ||
    (isAll(from, to, 'idle', 'whose', 'fear') && placesOf(tokens, from, to, 'fear').length > 0)
  const isFrom = first === begin && isIdle(0, begin)
  const isUpTo = last === end && isIdle(end + 1, tokens.length)
  return { from: isFrom ? 0 : first, to: isUpTo ? tokens.length - 1 : last }
}

function goesOn(tokens: readonly Token[], at: number): boolean {
  return (
    has(tokens, at + 1, ...soft, ...others) ||
    (has(tokens, at, 'tell', 'spread') && has(tokens, at + 1, 'tell', 'spread'))
  )
}
