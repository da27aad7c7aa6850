import type { Door } from '../../intake/arrivals-ledger.ts'
import { readWords } from '../sms/understand/read-words.ts'
import type { Secrecy } from '../sms/understand/understood.ts'
import { raisedBy } from '../x/understand/raised.ts'

/** A message has no form: open unless its words say otherwise; who sent it is an identity, which may be hidden and is never shown. */
export function plainIntake(door: Door, raise?: Secrecy) {
  return {
    channel: door,
    anonymous: raise === 'anonymous',
    confidential: raise === 'confidential',
    withoutIdentity: false,
    showName: false,
  }
}

/**
 * What a desk has to look at, for nobody knows who wrote it or whether they did: never with a name, and confidential where any of its
 * texts asks for it. Nobody could ask for it later: rather hidden once too often than not.
 */
export function unsureIntake(door: Door, texts: readonly string[]) {
  return { ...plainIntake(door), anonymous: true, confidential: texts.some(asksToHide) }
}

const wishWords = 3

function asksToHide(text: string): boolean {
  const first = readWords(text.slice(0, 200)).slice(0, wishWords)
  return first.some(({ might }) => might.includes('confidential')) || raisedBy(text).raise === 'confidential'
}
