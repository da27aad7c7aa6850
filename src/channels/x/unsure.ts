import type { Tx } from '../../report/as.ts'
import type { Keeper } from '../../report/keeper.ts'
import type { Direct, Post } from './post.ts'

/** Puts a post before the national desk: its words, sealed so that the web process can open them for a verifier. */
export async function keepUnsure(tx: Tx, keeper: Keeper, arrivalId: string, item: Post | Direct) {
  const above = item.kind === 'post' ? item.above?.text : undefined
  const text = [above, item.text].filter(Boolean).join('\n')
  await tx
    .insertInto('identity.x_unsure')
    .values({ arrival_id: arrivalId, kept: keeper.sealWords(arrivalId, text) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** It lies before nobody any more, nor is it asked about, and waits to be taken: a human has judged, or its author took it back. */
export async function takeFromDesk(tx: Tx, arrivalId: string) {
  await tx.deleteFrom('identity.x_unsure').where('arrival_id', '=', arrivalId).execute()
  await tx
    .updateTable('identity.arrival')
    .set({ outcome: null, reason: null, settled_at: null })
    .where('id', '=', arrivalId)
    .where('outcome', 'in', ['quarantined', 'asked'])
    .execute()
}
