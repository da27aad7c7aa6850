import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Db } from '../platform/db.ts'
import type { AccountDeps } from './account-deps.ts'
import { hashOpaque, makeOpaque } from './opaque.ts'
import { type Person, personFrom } from './person.ts'

const cookieName = 'lapor_sesi'

/** A working day at a desk with its evening; then one signs in again, used or not. */
export const sessionHours = 12

/**
 * Sign this browser in, out of any session that it had. The database knows only the hash of what the cookie holds, and expired
 * sessions of the same account leave with this one's coming.
 */
export async function openSession(deps: AccountDeps, c: Context, accountId: string): Promise<void> {
  const now = deps.now()
  const secret = makeOpaque()
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000)
  await endSession(deps.db, c)
  await deps.db
    .deleteFrom('identity.session')
    .where('account_id', '=', accountId)
    .where('expires_at', '<=', now)
    .execute()
  await deps.db
    .insertInto('identity.session')
    .values({
      token_hash: hashOpaque('session', secret),
      account_id: accountId,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
  setCookie(c, cookieName, secret, { ...attributes(deps), maxAge: sessionHours * 3600 })
}

/** Sign this browser out; the cookie that it held opens nothing any more. */
export async function closeSession(deps: AccountDeps, c: Context): Promise<void> {
  await endSession(deps.db, c)
  if (getCookie(c, cookieName)) deleteCookie(c, cookieName, attributes(deps))
}

/** Sign every other browser of this account out. */
export async function closeOtherSessions(db: Db, c: Context, accountId: string): Promise<void> {
  await db
    .deleteFrom('identity.session')
    .where('account_id', '=', accountId)
    .where('token_hash', '<>', hashOpaque('session', getCookie(c, cookieName) ?? ''))
    .execute()
}

/** Whose session this cookie opens now; asked anew at every request, so that disabling or signing out holds at once. */
export async function personOfSession(db: Db, c: Context, now: Date): Promise<Person | undefined> {
  const secret = getCookie(c, cookieName)
  if (!secret) return undefined
  const account = await db
    .selectFrom('identity.session as s')
    .innerJoin('identity.account as a', 'a.id', 's.account_id')
    .select(['a.id', 'a.role', 'a.agency_id', 'a.display_name'])
    .where('s.token_hash', '=', hashOpaque('session', secret))
    .where('s.expires_at', '>', now)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
  return account && personFrom(account)
}

async function endSession(db: Db, c: Context) {
  const secret = getCookie(c, cookieName)
  if (!secret) return
  await db.deleteFrom('identity.session').where('token_hash', '=', hashOpaque('session', secret)).execute()
}

function attributes({ config }: AccountDeps) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: config.baseUrl.startsWith('https:') } as const
}
