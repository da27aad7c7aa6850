import type { Door } from '../../report/doors.ts'
import type { Point } from '../../report/point.ts'

/** A message as its door read it: what every door turns into before anything is done with it. */
export type Arrived = Arriving & {
  /** The gateway's own id of the message; where it has none, what tells this message from every other. */
  messageId: string
  /** As what its door called the same message before; whoever is known to be another sender did not send it. */
  knownBeforeAs?: readonly string[]
}

/** The same, before it is said by what it is known. */
export type Arriving = {
  door: Door
  /** Which of the door's gateways brought it: `kannel`. */
  gateway: string
  /** As `normalisePhone` or `normaliseEmail` gives it, or the id of an account; undefined for a sender that cannot be answered. */
  sender?: string
  /** What the door needs to understand it later, as JSON. */
  body: object
  /** Of a long message that comes in parts: what they share, sender included; which one this is, of how many; from 1. */
  part?: { of: string; at: number; parts: number }
  /** When the gateway had it. */
  sentAt?: Date
}

/**
 * The body of a message, as `takeSaid` reads it; one that could not be read is `{ unread }`. `pictures`: by what the door fetches each;
 * `point`, `place`: where it is, and how that is called.
 */
export type SaidBody = { text: string; pictures?: readonly string[]; point?: Point; place?: string }
