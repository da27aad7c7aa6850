import { sql } from 'kysely'
import type { Tx } from '../report/as.ts'

/** An SMS that somebody has claimed to send, or to find out that it is not its turn. */
export type ClaimedSms = {
  id: string
  dedupe: string
  report_id: string | null
  template: string
  about: string | null
  sealed_to: Buffer
  attempts: number
  created_at: Date
  unanswered: number
  to_index: Buffer | null
  turn: number | null
  /** It was handed over at that time, and nobody knows whether it left: no answer came, or whoever had claimed it crashed. */
  unsure_since: Date | null
  /** What a receipt said of it meanwhile. */
  delivery: string | null
  /** It came back undeliverable there. */
  first_gateway: string | null
}

/** Longer than a gateway is waited for. Who claimed a message and crashed is not waited for longer. */
const claimMs = 30_000

/**
 * Claims SMS for whoever asks, the longest due first; never one that another has claimed.
 * @param which so many of those that are due; or these, due or not
 */
export async function claimSms(tx: Tx, which: number | readonly string[], at: Date): Promise<ClaimedSms[]> {
  const chosen =
    typeof which === 'number'
      ? sql`not_before <= ${at} order by not_before, turn limit ${which}`
      : sql`id = any (${sql.val(which)}::uuid[]) order by turn`
  const { rows } = await sql<ClaimedSms>`
    with due as (
      select id as due_id, case when unanswered > 0 then delivery_at else claimed_until - ${claimMs} * interval '1 ms' end as unsure_since
      from identity.message
      where channel = 'sms' and state in ('queued', 'failed') and (claimed_until is null or claimed_until <= ${at}) and ${chosen}
      for update skip locked)
    update identity.message set claimed_until = ${new Date(at.getTime() + claimMs)} from due where id = due_id
    returning id, dedupe, report_id, template, about, sealed_to, attempts, created_at, unanswered, to_index, turn, unsure_since, delivery,
      first_gateway`.execute(tx)
  return rows.toSorted((one, other) => (one.turn ?? 0) - (other.turn ?? 0))
}
