import type { Setting } from '../../agencies/setting.ts'
import type { MailAnswer } from '../../notifications/mail-answers.ts'
import type { Tx } from '../../report/as.ts'
import type { Opener } from '../../secrecy/filer.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import type { Hides } from '../arrivals/plain-intake.ts'
import type { Settled } from '../arrivals/settle.ts'
import type { Own } from '../sms/own-reports.ts'

/**
 * What was done, and what whoever wrote is told at once; news come by themselves, from the event. `reportId` of what is said: where it is not
 * the report that the mail became.
 */
export type Acted = Settled & { say?: MailSaid; also?: MailSaid[] }

type MailSaid = { template: MailAnswer; about?: string; reportId?: string }

/** One mail that is taken. */
export type Acting = {
  tx: Tx
  keys: IdentityKeys
  setting: Setting
  /** Opens to whom its reporter wants to be told. */
  pair: Opener
  /** The key under which this mail files once, and under which its pictures wait. */
  idempotencyKey: string
  /** Hash of pictures that came with it and wait; undefined when there are none. */
  attachments?: string
  /** When its server had it: a reply that came before the silence ended counts as in time. */
  receivedAt: Date
  /** The reports of its sender that it names. */
  own: readonly Own[]
  /** What a report of its words hides at least. */
  atLeast: Hides
  /** What the subject says, where the mail answers or names a report. */
  heard?: string
  /** The same words without the name of whoever wrote. */
  withoutWho: (text: string) => string
}

/** Of somebody who can be answered. */
export type FromAddress = Acting & {
  sender: string
  /** The server that received it says that it comes from there. */
  isVouched: boolean
  /** So many came from this address within the hour that nobody is answered for each. */
  isFlood: boolean
}
