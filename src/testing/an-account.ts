import { randomBytes, randomUUID } from 'node:crypto'
import type { AccountRole } from '../accounts/person.ts'
import type { TestDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'

type Someone = Actor & { accountId: string; role: AccountRole }

/** Somebody with an account, who does not sign in: `await anAccount(db, 'officer', 'kota-kupang-dinkes')`. */
export async function anAccount(db: TestDatabase, role: AccountRole, agencyId?: string): Promise<Someone> {
  const accountId = randomUUID()
  await db.owner
    .insertInto('identity.account')
    .values({
      id: accountId,
      role,
      agency_id: agencyId,
      email_index: randomBytes(32),
      sealed: randomBytes(8),
      display_name: role === 'citizen' ? null : 'Petugas',
      password_hash: 'nobody signs in',
      created_at: new Date('2026-01-01T00:00:00Z'),
    })
    .execute()
  return { role, accountId, agencyId }
}
