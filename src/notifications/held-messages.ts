import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Tx } from '../report/as.ts'

/** Why an SMS waits, and how many do. Counts, and nothing of a person. */
export type HeldMessages = { held: 'quiet' | 'budget' | 'order'; count: number }[]

export async function heldMessages(db: Db | Tx): Promise<HeldMessages> {
  const { rows } = await sql<{ held: HeldMessages[number]['held']; n: string }>`
    select held, n from identity.held_messages() order by held`.execute(db)
  return rows.map(({ held, n }) => ({ held, count: Number(n) }))
}
