import { sql } from 'kysely'
import type { Db } from '../../../platform/db.ts'
import { randomId } from '../../../platform/uuid.ts'
import type { IdentityKeys } from '../../../secrecy/identity.ts'
import { noteReceipt } from '../receipts/note-receipt.ts'
import { isOwnRef, ownRefHash } from './own-ref.ts'
import type { HttpReceipt } from './read-receipt.ts'

/**
 * Notes what became of a message; committed when this returns. Of a reference that we never gave nothing is kept.
 * @returns whether it may be of a message of ours
 */
export async function noteHttpReceipt(
  deps: { db: Db; keys: Pick<IdentityKeys, 'indexSecret'> },
  gateway: string,
  receipt: HttpReceipt,
  now: Date,
): Promise<boolean> {
  if ('refs' in receipt) {
    await noteReceipt(deps, gateway, receipt, now)
    return true
  }
  if (!isOwnRef(deps.keys, receipt.ref)) return false
  await sql`select identity.note_own_receipt(${randomId()}, ${gateway}, ${ownRefHash(deps.keys, receipt.ref)},
    ${receipt.state}, ${now})`.execute(deps.db)
  return true
}
