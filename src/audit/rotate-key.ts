import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { Explained } from '../platform/explained.ts'
import type { KeyPlace } from '../secrecy/keys/key-store.ts'
import { publicHalf } from './head.ts'
import { listHeads } from './heads.ts'
import { makingHeads } from './make-head.ts'
import { beginSigningKey, signingKeys } from './signing-key.ts'
import { listSuccessions, type Succession, signSuccession } from './succession.ts'

/**
 * A new key signs the heads from now on, and the old one signs that it does; not while somebody makes a head. Cut short, no head
 * is made until the next call completes it with the key that was begun.
 * @param owner of the tables
 * @throws Explained when the key that signed last is not here
 */
export async function rotateSigningKey(owner: Db, place: KeyPlace): Promise<Succession> {
  return owner.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${makingHeads})`.execute(tx)
    const [head] = await listHeads(tx, 1)
    const before = await listSuccessions(tx)
    const keys = signingKeys(place)
    const newest = keys.at(-1)
    const signsNow = before.at(-1)?.newKey ?? head?.publicKey ?? (newest && publicHalf(newest))
    const old = keys.find((key) => signsNow?.equals(publicHalf(key)))
    if (!old)
      throw new Explained('The key that signed the last head is not here. Put it back from your copy of the keys.')
    const next = newest && newest !== old ? newest : beginSigningKey(place)
    const succession = signSuccession(old, next, head?.number ?? 0)
    await tx
      .insertInto('publication.audit_key')
      .values({
        number: before.length + 1,
        after_head: succession.afterHead,
        old_key: succession.oldKey,
        new_key: succession.newKey,
        signature: succession.signature,
      })
      .execute()
    return succession
  })
}
