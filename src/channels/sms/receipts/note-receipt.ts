import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { blindIndex } from '../../../accounts/contact.ts'
import type { Db } from '../../../platform/db.ts'
import { randomId } from '../../../platform/uuid.ts'
import type { IdentityKeys } from '../../../secrecy/identity.ts'
import { plainRef, type Receipt } from './receipt.ts'

type Keys = Pick<IdentityKeys, 'indexSecret'>

/** By what a message of ours is found when its receipt comes: a keyed hash, for the operator's id leads to a telephone there. */
export function refHash({ indexSecret }: Keys, gateway: string, ref: string): Buffer {
  return createHmac('sha256', indexSecret)
    .update(`lapor receipt ${gateway}\n${plainRef(ref)}`)
    .digest()
}

/** Notes what became of a message that a number got; committed when this returns. One that is not known yet is waited for. */
export async function noteReceipt(
  { db, keys }: { db: Db; keys: Keys },
  gateway: string,
  { refs, numbers, state }: Receipt,
  now: Date,
) {
  const hashes = refs.map((ref) => refHash(keys, gateway, ref))
  for (const number of numbers)
    await sql`select identity.note_receipt(${randomId()}, ${gateway}, ${sql.val(hashes)}::bytea[],
      ${blindIndex(keys.indexSecret, 'phone', number)}, ${state}, ${now})`.execute(db)
}
