import type { ArrivalOutcome } from '../../intake/arrivals-ledger.ts'
import type { Tx } from '../../report/as.ts'

/** What became of an arrival, for its row and the ledger. */
export type Settled = {
  outcome: Exclude<ArrivalOutcome, 'waiting'>
  reason?: string
  reportId?: string
  /** Of what became a report, or was its same words again. */
  words?: { said: Buffer; said_nearly: Buffer }
}

/** Writes down what became of these, unless somebody has before; what they said is then nowhere but in what it became. */
export async function settle(tx: Tx, ids: readonly string[], { outcome, reason, reportId, words }: Settled, now: Date) {
  await tx
    .updateTable('identity.arrival')
    .set({
      outcome,
      reason,
      report_id: reportId,
      settled_at: now,
      ...words,
      ...(outcome === 'quarantined' ? {} : { sealed: null }),
    })
    .where('id', 'in', ids)
    .where('outcome', 'is', null)
    .execute()
}
