import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'

/** The first bytes of a token's hash, in hexadecimal: enough to name it, nothing to use. */
const idOf = sql<string>`substr(encode(token_hash, 'hex'), 1, 12)`

/** Every token, newest first: by what it may be known again, never itself. */
export function listTokens(owner: Db) {
  return owner
    .selectFrom('identity.token as t')
    .leftJoin('identity.account as a', 'a.id', 't.account_id')
    .select([idOf.as('id'), 't.purpose', 't.label', 't.created_at', 't.revoked_at', 'a.role', 'a.display_name'])
    .orderBy('t.created_at', 'desc')
    .execute()
}

/** Close what this token opened, from the next request on. @param id as `listTokens` names it */
export async function revokeToken(owner: Db, id: string, now: Date): Promise<'revoked' | 'revoked_before' | 'unknown'> {
  const { numUpdatedRows } = await owner
    .updateTable('identity.token')
    .set({ revoked_at: now })
    .where(idOf, '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows) return 'revoked'
  const known = await owner.selectFrom('identity.token').select('purpose').where(idOf, '=', id).executeTakeFirst()
  return known ? 'revoked_before' : 'unknown'
}
