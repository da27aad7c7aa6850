import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Tx } from '../report/as.ts'
import type { Held } from './sms-turn.ts'

/** Why an SMS waits, and how many do. Counts, and nothing of a person. */
export type HeldMessages = { held: Held | 'digest'; count: number }[]

export async function heldMessages(db: Db | Tx): Promise<HeldMessages> {
  const { rows } = await sql<HeldMessages[number]>`
    select held, n as count from identity.held_messages() order by held`.execute(db)
  return rows
}
