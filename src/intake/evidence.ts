import { createHash } from 'node:crypto'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { foundNothing } from '../report/found-nothing.ts'
import { parseTrackingId } from '../report/tracking-id.ts'

/**
 * Under what an office's pictures are put aside until they come with an answer or progress. 32 bytes.
 * @param handle given when they were sent; it is of use to the same account and for the same report alone
 */
export function evidenceKey(actor: Actor, reportId: string, handle: string): Buffer {
  return createHash('sha256').update(`lapor evidence ${actor.accountId} ${reportId} ${handle}`).digest()
}

/** The report whose words this office may read and which it may answer; undefined for everyone else. */
export async function reportToAnswer(tx: Tx, actor: Actor, trackingId: string): Promise<string | undefined> {
  const id = parseTrackingId(trackingId)
  if (!id || (actor.role !== 'coordinator' && actor.role !== 'officer')) return undefined
  const row = await tx
    .selectFrom('casework.report as report')
    .innerJoin('casework.content as content', 'content.report_id', 'report.id')
    .select('report.id')
    .where('report.tracking_id', '=', id)
    .executeTakeFirst()
  return row ? row.id : foundNothing(tx, id)
}
