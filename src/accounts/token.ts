import type { Db } from '../platform/db.ts'
import { hashOpaque, makeOpaque } from './opaque.ts'
import { type Person, personFrom } from './person.ts'

export type Purpose = 'api' | 'gateway' | 'metrics'

/** Tokens begin with a word, so that whoever finds one in a file knows what has to be revoked. */
const prefix = 'lapor_'

export type NewToken = { purpose: Purpose; label: string; accountId?: string }

/**
 * A new token, readable only now: the database keeps its hash.
 * @param owner connection that may write identity.token
 */
export async function createToken(owner: Db, { purpose, label, accountId }: NewToken, now: Date): Promise<string> {
  const token = prefix + makeOpaque()
  await owner
    .insertInto('identity.token')
    .values({ token_hash: hashOpaque('token', token), purpose, label, account_id: accountId, created_at: now })
    .execute()
  return token
}

/** Whose token this is; undefined when it was revoked, its account disabled, or it never was one of ours. */
export async function personOfToken(db: Db, token: string): Promise<Person | undefined> {
  const account = await db
    .selectFrom('identity.token as t')
    .innerJoin('identity.account as a', 'a.id', 't.account_id')
    .select(['a.id', 'a.role', 'a.agency_id', 'a.display_name'])
    .where('t.token_hash', '=', hashOpaque('token', token))
    .where('t.purpose', '=', 'api')
    .where('t.revoked_at', 'is', null)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
  return account && personFrom(account)
}

/** Whether this token opens a machine's door: `metrics`, or a gateway by its label (`sms:kannel`). */
export async function opensDoor(db: Db, token: string, door: { purpose: 'gateway' | 'metrics'; label: string }) {
  const found = await db
    .selectFrom('identity.token')
    .select('purpose')
    .where('token_hash', '=', hashOpaque('token', token))
    .where('purpose', '=', door.purpose)
    .where('label', '=', door.label)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** The label of the gateway whose token this is (`email:kotak`); undefined when it is none, or was revoked. */
export async function gatewayOfToken(db: Db, token: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('identity.token')
    .select('label')
    .where('token_hash', '=', hashOpaque('token', token))
    .where('purpose', '=', 'gateway')
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return found?.label
}

/** The token of `Authorization: Bearer …`, if there is one. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization ?? '')?.[1]
}
