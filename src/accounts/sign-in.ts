import type { Context } from 'hono'
import type { Db } from '../platform/db.ts'
import { as } from '../report/as.ts'
import { sql } from 'kysely'
import type { AccountDeps } from './account-deps.ts'
import type { Attempts } from './attempts.ts'
import { blindIndex, normaliseEmail } from './contact.ts'
import { hashPassword, needsNewHash, verifyPassword } from './password.ts'
import { inPasswordLine, lineSeconds } from './password-line.ts'
import { actorOf, type Person, personFrom } from './person.ts'

export type SignedIn =
  | { outcome: 'signed_in'; person: Person }
  | { outcome: 'wrong' }
  | { outcome: 'wait'; seconds: number }

/**
 * Who this e-mail and password belong to. An unknown address, a disabled account and a wrong password give the same answer
 * after the same work; failed attempts from one address become slow.
 */
export async function signIn(
  deps: AccountDeps,
  attempts: Attempts,
  c: Context,
  posted: { email: string; password: string },
): Promise<SignedIn> {
  const email = normaliseEmail(posted.email)
  const index = blindIndex(deps.keys.indexSecret, 'email', email ?? '')
  const thing = index.toString('base64url')
  const seconds = await attempts.begin(c, thing)
  if (seconds) return { outcome: 'wait', seconds }
  const account = await findAccount(deps.db, index)
  const right = await inPasswordLine(() => verifyPassword(posted.password, account?.password_hash ?? null))
  if (right === undefined) return { outcome: 'wait', seconds: lineSeconds }
  if (!right || !account) return { outcome: 'wrong' }
  await attempts.forgive(c, thing)
  const person = personFrom(account)
  await keepUpWithCost(deps.db, person, posted.password, account.password_hash)
  return { outcome: 'signed_in', person }
}

function findAccount(db: Db, index: Buffer) {
  return db
    .selectFrom('identity.account')
    .select(['id', 'role', 'agency_id', 'display_name', 'password_hash'])
    .where('email_index', '=', index)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}

/** A hash made at another cost than today's is replaced while the password is at hand. */
async function keepUpWithCost(db: Db, person: Person, password: string, stored: string) {
  if (needsNewHash(stored)) await replaceHash(db, person, stored, await hashPassword(password))
}

/** @returns false when the password was changed meanwhile, or the account disabled */
export async function replaceHash(db: Db, person: Person, before: string, after: string): Promise<boolean> {
  const { rows } = await as(db, actorOf(person), (tx) =>
    sql<{ changed: boolean }>`select identity.change_password(${before}, ${after}) as changed`.execute(tx),
  )
  return rows[0]?.changed ?? false
}
