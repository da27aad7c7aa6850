import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Setting } from '../../agencies/setting.ts'
import type { AccountRole } from '../../accounts/person.ts'
import type { TestDatabase } from '../../platform/testing/test-database.ts'
import type { Actor } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { anAccount } from '../../testing/an-account.ts'
import { can } from '../can.ts'
import { secrecyFacts } from '../facts.ts'
import { askWhoIsMeant } from '../named-again.ts'
import { rowOf } from './staffed-country.ts'

/** Somebody of this name has an account from now on, as `lapor staff add` makes it. */
export async function onDutyAs(db: TestDatabase, name: string, role: AccountRole, agency: string, setting: Setting) {
  const someone = await anAccount(db, role, agency)
  await callThem(db, someone.accountId, name, setting)
  return someone
}

/** As `lapor staff rename` has it. */
export async function callThem(db: TestDatabase, accountId: string, name: string, setting: Setting) {
  await db.owner.transaction().execute(async (tx) => {
    await sql`select identity.rename(${accountId}, ${name})`.execute(tx)
    await askWhoIsMeant(tx, accountId, setting)
  })
}

/** Both judges, who must be of one mind. */
export async function knows(db: TestDatabase, actor: Actor, id: string, now: Date): Promise<boolean> {
  const inCode = can(actor, 'see', 'case', secrecyFacts(await rowOf(db.owner, id)), now)
  const row = await as(db.web, actor, (tx) =>
    tx.selectFrom('casework.report').select('id').where('id', '=', id).executeTakeFirst(),
  )
  expect(inCode).toBe(row !== undefined)
  return inCode
}
