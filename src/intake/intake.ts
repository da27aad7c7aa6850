import type { Flag } from '../report/flags.ts'
import type { Named } from '../accounts/fingerprint.ts'
import type { Door } from '../report/doors.ts'
import type { Point } from '../report/point.ts'

export type Kind = 'complaint' | 'aspiration' | 'information_request'
/** Ways by which a report can come: the rows of casework.channel. */
export type Channel = Door | 'web' | 'app' | 'chat' | 'api' | 'walk_in' | 'import'

/** Ways to reach the reporter; sealed before it is stored. */
export type Contact = Named

/**
 * What arrives through any door, already cleaned (clean-text.ts) and free of contradictions: without identity there is
 * no contact, no account and no name to show. Office and category are as written when they are not ours.
 */
export type Intake = {
  channel: Channel
  text: string
  title?: string
  kind?: Kind
  agency?: string
  category?: string
  areaCode?: string
  place?: string
  point?: Point
  anonymous: boolean
  confidential: boolean
  withoutIdentity: boolean
  showName: boolean
  contact?: Contact
  accused?: string[]
  /** What somebody should look at once. */
  flags?: readonly Flag[]
  /** The account of the reporter; whoever files without one gets a report key instead. */
  accountId?: string
  /** The key under which this filing is one filing, however often it arrives. */
  idempotencyKey: string
}

/** `again`: the same filing had arrived before. `key` only without an account. */
export type Filed =
  | { outcome: 'filed' | 'again'; id: string; trackingId: string; filedAt: Date; key?: string }
  | { outcome: 'other_body' }
  | { outcome: 'in_flight' }
