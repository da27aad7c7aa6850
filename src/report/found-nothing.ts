import { sql } from 'kysely'
import type { Tx } from './as.ts'

/**
 * Call it when no row of `casework.report` was found by a number: "hidden from you" and "does not exist" then take the same time,
 * for row-level security has judged a row in both (migration 53; publication/timing.long.test.ts).
 * @param trackingId as it was looked for
 */
export async function foundNothing(tx: Tx, trackingId: string): Promise<undefined> {
  await sql`select casework.judge_another(${trackingId})`.execute(tx)
  return undefined
}
