import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { findByTrackingId } from '../report/find-by-tracking-id.ts'
import { ReportNotFound } from '../report/refusals.ts'
import { parseTrackingId } from '../report/tracking-id.ts'
import { can } from '../secrecy/can.ts'
import { secrecyFacts } from '../secrecy/facts.ts'

/**
 * The report of this tracking ID, where row-level security shows it to the transaction's actor and `can` says the same.
 * @throws ReportNotFound also when it exists but is not for this actor
 */
export async function findReport(tx: Tx, actor: Actor, trackingId: string, now: Date): Promise<string> {
  const row = await findByTrackingId(tx, parseTrackingId(trackingId) ?? '')
  if (!row || !can(actor, 'see', 'case', secrecyFacts(row), now)) throw new ReportNotFound()
  return row.id
}
