import { sql, type Transaction } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { DB } from '../platform/schema.ts'
import type { Actor } from './actor.ts'

/** A transaction in which the database knows who is asking. */
export type Tx = Transaction<DB>

/** Do `work` as `actor`: one transaction, in which row-level security answers for that actor and nobody else. */
export async function as<T>(db: Db, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await become(tx, actor)
    return work(tx)
  })
}

/**
 * Tell the database who asks from here on. The settings end with the transaction (`set_config(…, true)`), so a pooled
 * connection never remembers a person.
 */
export async function become(tx: Tx, actor: Actor): Promise<void> {
  await sql`select
    set_config('lapor.role', ${actor.role}, true),
    set_config('lapor.account', ${actor.accountId ?? ''}, true),
    set_config('lapor.agency', ${actor.agencyId ?? ''}, true),
    set_config('lapor.report', ${actor.reportId ?? ''}, true)`.execute(tx)
}
