import type { Door } from '../../intake/arrivals-ledger.ts'
import type { Secrecy } from '../sms/understand/understood.ts'
import { wishIn } from '../sms/understand/wish-in.ts'
import { raisedBy } from '../x/understand/raised.ts'

/** Of a report what hides it; of a message what a report of its words hides at least, for they name or answer one that does. */
export type Hides = { anonymous: boolean; confidential: boolean }

/** Everything that any of these hides. */
export function hiddenByAny(some: readonly (Hides | undefined)[]): Hides {
  return {
    anonymous: some.some((one) => one?.anonymous),
    confidential: some.some((one) => one?.confidential),
  }
}

/** A message has no form: open unless its words say otherwise; who sent it is an identity, which may be hidden and is never shown. */
export function plainIntake(door: Door, raise?: Secrecy, atLeast?: Hides) {
  return {
    channel: door,
    anonymous: raise === 'anonymous' || atLeast?.anonymous === true,
    confidential: raise === 'confidential' || atLeast?.confidential === true,
    withoutIdentity: false,
    showName: false,
  }
}

/**
 * What a desk has to look at, for nobody knows who wrote it or whether they did: never with a name, and confidential where any of its
 * texts asks for it. Nobody could ask for it later: rather hidden once too often than not.
 */
export function unsureIntake(door: Door, texts: readonly string[], raise?: Secrecy, atLeast?: Hides) {
  const intake = plainIntake(door, raise, atLeast)
  return { ...intake, anonymous: true, confidential: intake.confidential || texts.some(asksToHide) }
}

/** RAHASIA in front, as a hashtag, or in a sentence about themselves. */
export function asksToHide(text: string): boolean {
  return wishIn(text) === 'confidential' || raisedBy(text).raise === 'confidential'
}
