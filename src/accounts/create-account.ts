import type { Db } from '../platform/db.ts'
import { seal } from '../platform/seal.ts'
import { newId } from '../platform/uuid.ts'
import type { AccountKeys } from './account-deps.ts'
import { blindIndex, normaliseEmail } from './contact.ts'
import { hashPassword } from './password.ts'
import type { AccountRole } from './person.ts'

export type NewAccount = {
  email: string
  name: string
  password: string
  phone?: string
  /** A citizen unless said otherwise; the web process's connection can make nobody else. */
  role?: AccountRole
  /** The coordinator's agency or the officer's unit: a slug. */
  agencyId?: string
  /** The name on duty, for colleagues; a citizen has none. */
  displayName?: string
}

/**
 * Make an account, unless its e-mail has one: then nothing changes and nothing is said, after the same work.
 * @throws RangeError when the e-mail is none; the caller has asked `normaliseEmail`
 */
export async function createAccount(db: Db, keys: AccountKeys, account: NewAccount, now: Date): Promise<void> {
  const email = normaliseEmail(account.email)
  if (!email) throw new RangeError('not an e-mail address')
  const { name, phone, role = 'citizen', agencyId, displayName } = account
  await db
    .insertInto('identity.account')
    .values({
      id: newId(now),
      role,
      agency_id: agencyId,
      email_index: blindIndex(keys.indexSecret, 'email', email),
      sealed: seal(keys.sealTo, JSON.stringify({ name, email, phone })),
      display_name: displayName,
      password_hash: await hashPassword(account.password),
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('email_index').doNothing())
    .execute()
}

/** The account of an e-mail, for seeds and commands; undefined when there is none. */
export async function findAccountId(db: Db, keys: Pick<AccountKeys, 'indexSecret'>, email: string) {
  const normal = normaliseEmail(email)
  if (!normal) return undefined
  const found = await db
    .selectFrom('identity.account')
    .select('id')
    .where('email_index', '=', blindIndex(keys.indexSecret, 'email', normal))
    .executeTakeFirst()
  return found?.id
}
