import { createHash } from 'node:crypto'
import type { Fault } from '../audit/verify-chains.ts'
import type { Db } from '../platform/db.ts'

/**
 * Says what is wrong with reports, to an operator, who may not learn which confidential reports there are: an open report by its
 * number, a hidden one, or one whose row is gone, by a short hash of it, by which whoever has to mend it finds its row:
 * `where left(encode(sha256(tracking_id::bytea), 'hex'), 8) = '…'`.
 */
export async function printFaults(owner: Db, faults: readonly Fault[], say: (line: string) => void) {
  const ids = [...new Set(faults.map(({ trackingId }) => trackingId))]
  const open = new Set<string>()
  for (let at = 0; at < ids.length; at += 10_000) {
    const rows = await owner
      .selectFrom('casework.report')
      .select('tracking_id')
      .where('tracking_id', 'in', ids.slice(at, at + 10_000))
      .where('confidential', '=', false)
      .execute()
    for (const { tracking_id } of rows) open.add(tracking_id)
  }
  for (const { trackingId, what } of faults)
    say(
      open.has(trackingId)
        ? `Report ${trackingId}: ${what}.`
        : `A hidden report (${shortHash(trackingId)}): ${unnamed(what)}.`,
    )
}

function shortHash(trackingId: string): string {
  return createHash('sha256').update(trackingId).digest('hex').slice(0, 8)
}

/** One fault names another number: that it was changed. */
function unnamed(what: string): string {
  return what.replace(/its tracking ID is now .*/, 'its tracking ID was changed')
}
