import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Tx } from '../../report/as.ts'

/** A message that did not go out, as far as whoever asks may know of it. */
export type FailedMessage = {
  id: string
  /** `failed`: it is tried again by itself; `dead`: it is not. */
  state: 'failed' | 'dead'
  channel: string
  template: string
  toOffice: boolean
  reason: string
  attempts: number
  /** The last try; to the hour for the operator. */
  at: Date | null
  /** For the national desk; null for all others, and where it would tell that an anonymous reporter left a way to be reached. */
  trackingId: string | null
  /** The reporter gave a phone and an e-mail. */
  otherDoor: boolean
  lastStep: 'again' | 'other_door' | 'given_up' | null
}

/** `given_up`: by somebody, for good. `silenced`: not to be heard any more, such as after STOP. */
type MessageState = 'queued' | 'sent' | 'failed' | 'dead' | 'given_up' | 'silenced'

export type MessageCount = {
  state: MessageState
  channel: string
  reason: string | null
  count: number
}

/** Why somebody decides that a message is not to be sent any more. */
export const givenUpFor = ['told_otherwise', 'no_way', 'too_late'] as const

/** The newest first. @param tx as verifier or operator; for everybody else there are none */
export async function failedMessages(tx: Tx, reason: string | null, limit: number): Promise<FailedMessage[]> {
  const { rows } = await sql<FailedMessage>`
    select id, state, channel, template, to_office as "toOffice", reason, attempts, at, tracking_id as "trackingId",
      other_door as "otherDoor", last_step as "lastStep"
    from identity.failed_messages(${reason}, ${limit})`.execute(tx)
  return rows
}

/** Counts, and nothing of a person or a report. */
export async function messageCounts(db: Db | Tx): Promise<MessageCount[]> {
  const { rows } = await sql<MessageCount>`
    select state, channel, reason, n as count from identity.messages_by_reason() order by state, channel, reason`.execute(
    db,
  )
  return rows
}

/** @returns whether there was one to try again */
export async function askReplay(tx: Tx, id: string, step: 'again' | 'other_door', now: Date): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select identity.replay_message(${id}, ${step}, ${now}) as done`.execute(
    tx,
  )
  return rows[0]?.done ?? false
}

/** @returns how many are tried again */
export async function askReplays(tx: Tx, reason: string, now: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select identity.replay_messages(${reason}, ${now}) as n`.execute(tx)
  return rows[0]?.n ?? 0
}

/** @returns whether there was one to give up */
export async function giveUp(tx: Tx, id: string, why: (typeof givenUpFor)[number], now: Date): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select identity.give_up_message(${id}, ${why}, ${now}) as done`.execute(
    tx,
  )
  return rows[0]?.done ?? false
}
