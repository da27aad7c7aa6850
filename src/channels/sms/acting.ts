import type { Setting } from '../../agencies/setting.ts'
import type { SmsAnswer } from '../../notifications/table.ts'
import type { Tx } from '../../report/as.ts'
import type { Door } from '../../report/doors.ts'
import type { Opener } from '../../secrecy/filer.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import type { Hides } from '../arrivals/plain-intake.ts'
import type { Shown } from '../arrivals/shown.ts'
import type { Settled } from '../arrivals/settle.ts'
import type { Own } from './own-reports.ts'

/** What was done, and what whoever wrote hears at once; most news come by themselves, from the event. */
export type Acted<Answer = SmsAnswer> = Settled & { say?: Say<Answer>; also?: Say<Answer>[] }

/** `reportId`: the one that it is about, where that is not the one which the message became. */
export type Say<Answer = SmsAnswer> = { template: Answer; about?: string; reportId?: string }

/** One message taken. */
export type Acting = {
  tx: Tx
  keys: IdentityKeys
  setting: Setting
  /** The key under which this message files once. */
  idempotencyKey: string
}

/** One from somebody who can be answered. */
export type FromSender = Acting &
  Shown & {
    /** A number in international form; at another door the number of the account. */
    sender: string
    senderIndex: Buffer
    own: readonly Own[]
    /** All that the message said. */
    heard?: string
    door: Door
    /** The national desk has looked: it is a report, however often something like it came. */
    judged?: true
    /** Of words that were kept a while: when they came, so that a flood of them is still one. */
    cameAt?: Date
    /** Opens what this sender was asked about before. */
    pair: Opener
    /** When the gateway had it: a reply that came before the silence ended counts as in time. */
    receivedAt: Date
    /** What a report of its words hides at least, besides those that they name. */
    atLeast?: Hides
  }
