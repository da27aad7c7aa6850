import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import { saidAtOnce } from './table.ts'

/**
 * Whoever has just written is awake, and hears what they asked for at night too. An answer that could not leave for longer than this
 * waits for the morning, like news.
 */
const awakeMs = 15 * 60_000

/** @param lastWrote when the phone that is answered last wrote, by the operator's clock where it says so */
export function isAwake(lastWrote: Date, at: Date): boolean {
  return at.getTime() - lastWrote.getTime() <= awakeMs
}

/** When the number of this message `m` last wrote; of one that has written nothing we know, when the message was made. */
export function lastWrote(m: RawBuilder<unknown>): RawBuilder<Date> {
  return sql`coalesce((select max(least(a.sent_at, a.arrived_at)) from identity.arrival a where a.sender_index = ${m}.to_index), ${m}.created_at)`
}

/** Whoever writes at night hears what waited for the morning and was asked for, before what is asked for now. */
export async function callAnswers(tx: Tx, toIndex: Buffer, now: Date) {
  await tx
    .updateTable('identity.message')
    .set({ not_before: now })
    .where('to_index', '=', toIndex)
    .where('held', '=', 'quiet')
    .where('state', 'in', ['queued', 'failed'])
    .where('template', 'in', saidAtOnce)
    .where('not_before', '>', now)
    .execute()
}
