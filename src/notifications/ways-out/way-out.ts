import type { Selectable } from 'kysely'
import type { IdentityMessage } from '../../platform/schema.ts'
import type { Tx } from '../../report/as.ts'
import type { Calendar } from '../../report/clocks/calendar.ts'
import type { Clock } from '../../report/clocks/clocks.ts'
import type { ReportRow } from '../../report/move.ts'
import type { Letter } from '../letter.ts'
import type { TellDeps } from '../tell-deps.ts'
import type { Withheld } from '../withheld.ts'

/** A message that may go now, with its address opened; `about`: what an answer repeats. */
export type Due = Pick<
  Selectable<IdentityMessage>,
  'id' | 'report_id' | 'account_id' | 'to_account' | 'to_index' | 'template' | 'about'
> & { to: string }

/** What its words are made of. */
export type Facts = { report: ReportRow | undefined; clock: Clock | null; calendar: Calendar }

/** `leave` @returns whether it really left, or is only kept to be looked at (/dev/outbox). @throws ChannelFailed */
export type Ready = { letter: Letter; leave(): Promise<'sent' | 'kept'> }

/**
 * The whole interface of a door outwards: what it says, and how that leaves. Everything else a message goes through, claim, retries,
 * choice, dead letters, is the same for all (send.ts). SMS, of which there are thousands at a time, leave by send-sms.ts.
 */
export type WayOut = {
  /** The words, made now, under the secrecy the report has now. @returns undefined for a kind that is sent no more; else why it is not sent */
  prepare(tx: Tx, deps: TellDeps, message: Due, facts: Facts): Promise<Ready | Withheld | undefined>
  /** Whether it may leave before others; asked under its lock. Where order does not matter, there is none. */
  isTurn?(tx: Tx, messageId: string): Promise<boolean>
  /** When it has gone or was given up, in the transaction that says so. */
  ended?(tx: Tx, messageId: string): Promise<void>
}
