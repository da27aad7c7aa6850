import type { Door } from '../../report/doors.ts'
import type { Secrecy } from '../sms/understand/understood.ts'
import { wishesIn } from './raised-by.ts'

/** Of a report what hides it; of a message what a report of its words hides at least, for they name or answer one that does. */
export type Hides = { anonymous: boolean; confidential: boolean }

/** Everything that any of these hides. */
export function hiddenByAny(some: readonly (Hides | undefined)[]): Hides {
  return {
    anonymous: some.some((one) => one?.anonymous),
    confidential: some.some((one) => one?.confidential),
  }
}

/**
 * A message has no form: open unless its words ask otherwise, wherever in them; who sent it is an identity, which may be hidden and is
 * never shown.
 * @param texts all that it says, its title too
 * @param raise what was asked for in words that are in none of the texts any more
 */
export function plainIntake(door: Door, texts: readonly string[], raise?: Secrecy, atLeast?: Hides) {
  const wished = hiddenByAny([atLeast, ...texts.map(wishesIn)])
  return {
    channel: door,
    anonymous: raise === 'anonymous' || wished.anonymous,
    confidential: raise === 'confidential' || wished.confidential,
    withoutIdentity: false,
    showName: false,
  }
}

/**
 * What a desk has to look at, for nobody knows who wrote it or whether they did: never with a name, and confidential where any of its
 * texts asks for it. Nobody could ask for it later: rather hidden once too often than not.
 */
export function unsureIntake(door: Door, texts: readonly string[], raise?: Secrecy, atLeast?: Hides) {
  return { ...plainIntake(door, texts, raise, atLeast), anonymous: true }
}
