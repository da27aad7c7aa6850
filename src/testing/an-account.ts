import { randomUUID } from 'node:crypto'
import type { AccountRole } from '../accounts/person.ts'
import type { TestDatabase } from '../platform/testing/test-database.ts'
import type { Actor } from '../report/actor.ts'
import { onDuty } from './on-duty.ts'

type Someone = Actor & { accountId: string; role: AccountRole }

/** Somebody with an account, who does not sign in: `await anAccount(db, 'officer', 'kota-kupang-dinkes')`. */
export async function anAccount(db: TestDatabase, role: AccountRole, agencyId?: string): Promise<Someone> {
  const someone = { role, accountId: randomUUID(), agencyId }
  await onDuty(db, someone)
  return someone
}
