import { randomUUID } from 'node:crypto'
import { createToken } from '../../accounts/token.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import { aWednesday } from '../../testing/test-deps.ts'

/** An account with a token: its id, and the header that proves it. */
export async function aToken(db: TestDatabase, role: 'citizen' | 'officer' | 'coordinator', agencyId?: string) {
  const id = randomUUID()
  const account = { id, role, agency_id: agencyId ?? null, email_index: Buffer.from(id), sealed: Buffer.from('x') }
  await db.owner
    .insertInto('identity.account')
    .values({ ...account, password_hash: 'x', created_at: aWednesday })
    .execute()
  const token = await createToken(db.owner, { purpose: 'api', label: 'test', accountId: id }, aWednesday)
  return { accountId: id, headers: { authorization: `Bearer ${token}` } }
}
