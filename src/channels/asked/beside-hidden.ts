import { wishesAnything } from '../arrivals/raised-by.ts'
import type { FromSender } from '../sms/acting.ts'
import type { Own } from '../sms/own-reports.ts'
import { answersQuestion } from '../sms/understand/answers-question.ts'
import { isBarePlace } from '../sms/understand/bare-place.ts'
import { findId } from '../sms/understand/find-id.ts'
import { readWords } from '../sms/understand/read-words.ts'
import { firstWord } from '../sms/understand/said.ts'
import { fitOf } from './fit-of.ts'
import { mostHidden, rank } from './most-hidden.ts'

/**
 * The most hidden report of whoever wrote, of which words may be that seem to be of these: nothing says so but their guess, and they name something that
 * stands in none of these. Told there, they could be read by whoever may not know of the hidden one (secrecy.md); told here, nobody reads more than may.
 */
export async function hiddenMeant(
  { tx, own }: Pick<FromSender, 'tx' | 'own'>,
  text: string,
  some: readonly Own[],
): Promise<Own | undefined> {
  const hidden = hiddenBeside(own, some)
  if (!hidden || some.length === 0 || wishesAnything(text) || saysWhich(text, some)) return undefined
  for (const one of some) if ((await fitOf(tx, text, one)) !== 'no') return undefined
  return hidden
}

/** Hidden more than any of these, and not over so long that nobody speaks of it. */
export function hiddenBeside(own: readonly Own[], some: readonly Own[]): Own | undefined {
  const most = Math.max(0, ...some.map(rank))
  return mostHidden(own.filter((one) => !one.past && !some.includes(one) && rank(one) > most))
}

/** Their number, BELUM or BALAS of what awaits a verdict, where it is of what we asked. */
function saysWhich(text: string, some: readonly Own[]): boolean {
  const words = readWords(text)
  if (findId(words, some)?.whose === 'own') return true
  const first = firstWord(words)?.means
  const isAnswered = some.some(({ awaits }) => awaits === 'judgement')
  if ((first === 'not' || first === 'reply') && isAnswered) return true
  return some.every(({ awaits }) => awaits === 'details') && (answersQuestion(text) || isBarePlace(text))
}
