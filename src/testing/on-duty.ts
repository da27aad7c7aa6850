import { randomBytes } from 'node:crypto'
import { seal } from '../platform/seal.ts'
import type { TestDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { aWednesday, testKeys } from './test-deps.ts'

/** Gives these actors accounts in the database, where an act asks who they are; the same one twice is one. */
export async function onDuty(db: TestDatabase, ...actors: Actor[]): Promise<void> {
  for (const { accountId = '', role, agencyId } of actors) {
    const contact = { name: 'Petugas', email: `${accountId.slice(-4)}@contoh.id` }
    await db.owner
      .insertInto('identity.account')
      .values({
        id: accountId,
        role,
        agency_id: agencyId,
        email_index: randomBytes(32),
        sealed: seal(testKeys.sealTo, JSON.stringify(contact)),
        display_name: role === 'citizen' ? null : `Petugas ${accountId.slice(-12)}`,
        password_hash: 'none',
        created_at: aWednesday,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
}
