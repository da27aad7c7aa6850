import type { Context } from 'hono'
import type { AccountDeps } from './account-deps.ts'
import type { Attempts } from './attempts.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { inPasswordLine, lineSeconds } from './password-line.ts'
import type { Person } from './person.ts'
import { closeOtherSessions } from './session.ts'
import { replaceHash } from './sign-in.ts'

export type PasswordChange = { outcome: 'changed' } | { outcome: 'wrong' } | { outcome: 'wait'; seconds: number }

/** Take a new password from whoever knows the old one; every other browser is signed out. */
export async function changePassword(
  deps: AccountDeps,
  attempts: Attempts,
  c: Context,
  person: Person,
  passwords: { old: string; new: string },
): Promise<PasswordChange> {
  const seconds = await attempts.begin(c, person.accountId)
  if (seconds) return { outcome: 'wait', seconds }
  const account = await deps.db
    .selectFrom('identity.account')
    .select('password_hash')
    .where('id', '=', person.accountId)
    .executeTakeFirst()
  const right = await inPasswordLine(() => verifyPassword(passwords.old, account?.password_hash ?? null))
  if (right === undefined) return { outcome: 'wait', seconds: lineSeconds }
  if (!right || !account) return { outcome: 'wrong' }
  await attempts.forgive(c, person.accountId)
  const changed = await replaceHash(deps.db, person, account.password_hash, await hashPassword(passwords.new))
  if (!changed) return { outcome: 'wrong' }
  await closeOtherSessions(deps.db, c, person.accountId)
  return { outcome: 'changed' }
}
