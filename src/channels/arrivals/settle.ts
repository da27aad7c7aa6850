import type { ArrivalOutcome } from '../../intake/arrivals-ledger.ts'
import type { Tx } from '../../report/as.ts'

/** What became of an arrival, for its row and the ledger. */
export type Settled = {
  outcome: Exclude<ArrivalOutcome, 'waiting'>
  reason?: string
  reportId?: string
  /** Of what became a report, or was its same words again. */
  words?: { said: Buffer; said_nearly?: Buffer }
  /** Stars that wait for whoever gave them to say that it is settled, 1–5. */
  rating?: number
  /** Of what we ask back about: the question, the report that it names, and the message that this is a late part of. */
  asked?: { question: string; about?: string; whole?: string }
}

/**
 * Writes down what became of these, the parts of one message, unless somebody has before. What they said is then nowhere but in what it
 * became; it is kept where it has become nothing yet.
 */
export async function settle(
  tx: Tx,
  ids: readonly string[],
  { outcome, reason, reportId, words, rating, asked }: Settled,
  now: Date,
) {
  const isKept = outcome === 'quarantined' || outcome === 'asked'
  await tx
    .updateTable('identity.arrival')
    .set({
      outcome,
      reason,
      report_id: reportId,
      rating,
      settled_at: now,
      trouble_since: null,
      names: [],
      ...words,
      ...(asked ? { asked: asked.question, asked_at: now, about: asked.about } : {}),
      ...(isKept ? { whole: asked?.whole ?? ids[0] } : { sealed: null }),
    })
    .where('id', 'in', ids)
    .where('outcome', 'is', null)
    .execute()
}
