import type { Tx } from './as.ts'
import { foundNothing } from './found-nothing.ts'
import type { ReportRow } from './move.ts'

/**
 * The report of this number, where row-level security shows it to the transaction's actor.
 * @param trackingId compact, as we store it
 */
export async function findByTrackingId(tx: Tx, trackingId: string): Promise<ReportRow | undefined> {
  const row = await tx
    .selectFrom('casework.report')
    .selectAll()
    .where('tracking_id', '=', trackingId)
    .executeTakeFirst()
  return row ?? foundNothing(tx, trackingId)
}
