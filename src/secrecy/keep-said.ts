import { type KeyPair, seal } from '../platform/seal.ts'
import type { Tx } from '../report/as.ts'
import type { Keeper } from '../report/keeper.ts'
import { lockReport } from '../report/move.ts'
import { openUnder, sealUnder } from './sealed-under.ts'

type Pair = KeyPair & { keeper: Keeper }

/**
 * The number of our own public post about a report, sealed: under the report's key, so that no old backup tells it once that is
 * destroyed; for the worker alone once an erasure is asked for, because the post has still to be taken back. Under the report's lock:
 * whatever is said while the erasure begins is sealed the one way or the other, never under a key that goes.
 */
export async function sealSaid(tx: Tx, pair: Pair, reportId: string, postId: string): Promise<Buffer> {
  await lockReport(tx, reportId)
  const erasure = await tx
    .selectFrom('identity.erasure')
    .select('report_id')
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  return erasure
    ? seal(pair.publicKey, postId)
    : sealUnder({ sealTo: pair.publicKey, keeper: pair.keeper }, { report: reportId }, postId)
}

/** Before the report's key is destroyed, in a transaction that is committed first: our posts about it can then still be taken back. */
export async function keepSaid(tx: Tx, pair: Pair, reportId: string): Promise<void> {
  await lockReport(tx, reportId)
  const said = await tx
    .selectFrom('identity.x_said')
    .select(['post_hash', 'sealed'])
    .where('report_id', '=', reportId)
    .execute()
  for (const { post_hash, sealed } of said) {
    const postId = openUnder(pair, sealed)
    if (!postId) continue
    const anew = { sealed: seal(pair.publicKey, postId) }
    await tx.updateTable('identity.x_said').set(anew).where('post_hash', '=', post_hash).execute()
  }
}
