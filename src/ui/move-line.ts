import type { Move } from '../report/lifecycle.ts'
import type { Locale } from './locale.ts'
import { wordsIn } from './words/index.ts'

/**
 * What happened, as the quiet line of a thread says it.
 * @param who the office that did it, or the one it went to (forward, assign)
 */
export function moveLine(locale: Locale, move: Move, who: string): string {
  const line: string | ((who: string) => string) = wordsIn(locale)[`move_${move}`]
  return typeof line === 'string' ? line : line(who)
}
