import type { Tx } from '../report/as.ts'
import { foundNothing } from '../report/found-nothing.ts'
import { ReportNotFound } from '../report/refusals.ts'
import { parseTrackingId } from '../report/tracking-id.ts'

/**
 * The report of this tracking ID as the transaction's actor may see it.
 * @throws ReportNotFound also when it exists but is not for this actor
 */
export async function findReport(tx: Tx, trackingId: string): Promise<string> {
  const compact = parseTrackingId(trackingId)
  const row = compact
    ? await tx.selectFrom('casework.report').select('id').where('tracking_id', '=', compact).executeTakeFirst()
    : undefined
  if (!row) {
    await foundNothing(tx, compact ?? '')
    throw new ReportNotFound()
  }
  return row.id
}
