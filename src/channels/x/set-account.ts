import { seal } from '../../platform/seal.ts'
import { randomId } from '../../platform/uuid.ts'
import type { Db } from '../../platform/db.ts'
import type { Keeper } from '../../report/keeper.ts'
import type { XAccount } from './api/account.ts'

/** @param sealing as the owner of the tables: neither process may set whom it speaks as */
export async function setAccount(
  { owner, sealTo, keeper }: { owner: Db; sealTo: Uint8Array; keeper: Keeper },
  { apiUrl, mediaUrl, directMediaUrl, userId, handle, keys }: Omit<XAccount, 'id' | 'changedAt'>,
  now: Date,
) {
  const before = await owner.selectFrom('identity.x_account').select(['id', 'user_id']).executeTakeFirst()
  const id = before?.id ?? randomId()
  const columns = {
    api_url: apiUrl,
    media_url: mediaUrl,
    direct_media_url: directMediaUrl,
    user_id: userId,
    handle,
    sealed_keys: seal(sealTo, JSON.stringify(keys)),
    hook_secret: keeper.sealWords(id, keys.apiSecret),
    changed_at: now,
  }
  await owner.transaction().execute(async (tx) => {
    // Whoever has new keys is not kept waiting for the refusal of the old ones; another account has read nothing yet.
    await tx.deleteFrom('identity.x_state').execute()
    if (before && before.user_id !== userId) await tx.deleteFrom('identity.x_cursor').execute()
    await tx
      .insertInto('identity.x_account')
      .values({ id, ...columns })
      .onConflict((conflict) => conflict.column('one').doUpdateSet(columns))
      .execute()
  })
}

export async function removeAccount(owner: Db): Promise<boolean> {
  return owner.transaction().execute(async (tx) => {
    const gone = await tx.deleteFrom('identity.x_account').returning('id').execute()
    await tx.deleteFrom('identity.x_state').execute()
    return gone.length > 0
  })
}
