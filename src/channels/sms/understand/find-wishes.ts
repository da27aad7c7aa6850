import { namesIn } from './name-wishes.ts'
import type { Secrecy } from './understood.ts'
import { wholesIn } from './whole-wishes.ts'
import { has, type Span, type Token, tokensIn } from './wish-tokens.ts'
import type { Sense } from './wish-words.ts'

/** A wish for secrecy in a text: which, and where it stands (UTF-16 units), its polite words with it. */
export type Wish = { what: Secrecy; from: number; to: number }

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
  const found = [...names, ...wholesIn(tokens, names)]
  return found.map(({ what, ...span }) => {
    const { from, to } = widened(tokens, span)
    return { what, from: tokens[from]?.from ?? 0, to: tokens[to]?.to ?? 0 }
  })
}

/** With the polite and empty words on both sides, a verb said twice ("dibawa bawa"), and whoever shall not know, where nothing else is said there. */
function widened(tokens: readonly Token[], { from, to }: Span): Span {
  const isSoft = (at: number) => has(tokens, at, ...soft)
  const isOnly = (start: number, end: number) =>
    tokens.slice(start, end).every((_, at) => has(tokens, start + at, 'whom', 'be', ...soft))
  let [first, last] = [from, to]
  while (first > 0 && isSoft(first - 1) && !tokens[first - 1]?.ends) first -= 1
  while (last + 1 < tokens.length && (isSoft(last + 1) || isTwice(tokens, last)) && !tokens[last]?.ends) last += 1
  return { from: isOnly(0, first) ? 0 : first, to: isOnly(last + 1, tokens.length) ? tokens.length - 1 : last }
}

const soft: Sense[] = ['fill', 'ask', 'whose', 'want', 'all', 'anybody', 'place']

function isTwice(tokens: readonly Token[], at: number): boolean {
  return has(tokens, at, 'tell', 'spread') && has(tokens, at + 1, 'tell', 'spread')
}
