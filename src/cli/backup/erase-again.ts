import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../report/as.ts'
import { erasesWords } from '../../secrecy/erase-report.ts'
import type { Floor } from '../../secrecy/floor.ts'

/** All of it is erased, words too: the keys are destroyed, so nothing of it can be sealed any more. */
export function isErasedWhole({ erased, confidential, withdrawn, neverPublic }: Floor): boolean {
  return erasesWords(erased, { confidential, withdrawn: withdrawn === true, wasPublic: !neverPublic })
}

/**
 * Empties what a backup still holds readable of a report that was erased since. Before anything else: its keys are destroyed, so that
 * what is readable in an old copy could not even be sealed. The worker then does the rest (`endErasure`).
 */
export async function emptyAgain(tx: Tx, floor: Floor): Promise<void> {
  const { id, anonymous, confidential } = floor
  await sql`select set_config('lapor.words', 'change hands', true)`.execute(tx)
  await sql`select casework.empty_report(${id}, ${isErasedWhole(floor)})`.execute(tx)
  const report = tx.updateTable('casework.report').where('id', '=', id)
  if (anonymous || confidential) await report.set({ lat: null, lon: null }).execute()
  await sql`select set_config('lapor.words', '', true)`.execute(tx)
}

/** Writes down what its reporter asked for, and has the worker finish it. The key given with the erasure opens it, if one was. */
export async function endErasure(tx: Tx, { id, erased, key }: Floor, now: Date): Promise<void> {
  if (!erased) return
  const report = await tx
    .selectFrom('casework.report as r')
    .innerJoin('identity.filing as f', 'f.report_id', 'r.id')
    .select(['r.last_seq', 'r.last_at', 'r.without_identity', 'f.account_link', 'f.account_id'])
    .where('r.id', '=', id)
    .executeTakeFirstOrThrow()
  const at = report.without_identity ? report.last_at : now
  const byAccount = report.account_link !== null || report.account_id !== null
  const only = key ? Buffer.from(key, 'hex') : randomBytes(32)
  await tx
    .insertInto('identity.erasure')
    .values({ report_id: id, what: erased, asked_at: at, account_link: report.account_link })
    .onConflict((known) => known.column('report_id').doUpdateSet({ what: erased, asked_at: at, done_at: null }))
    .execute()
  const kept = erased === 'all' ? { key_hash: null } : byAccount ? { key_hash: only } : {}
  await tx
    .updateTable('identity.filing')
    .set({ account_id: null, account_link: null, ...kept })
    .where('report_id', '=', id)
    .execute()
  if (erased === 'all') await tx.updateTable('casework.report').set({ erased_at: at }).where('id', '=', id).execute()
  await tx
    .insertInto('casework.outbox')
    .values({ topic: 'erase', report_id: id, seq: report.last_seq, at: report.last_at })
    .execute()
}
