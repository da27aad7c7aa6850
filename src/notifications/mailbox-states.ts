import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Tx } from '../report/as.ts'

/** A mailbox that we read: whether we can, since when, and why not. `state` null: not tried yet. */
export type MailboxState = { name: string; state: 'up' | 'down' | null; since: Date | null; last_error: string | null }

export async function mailboxStates(db: Db | Tx): Promise<MailboxState[]> {
  const { rows } = await sql<MailboxState>`
    select name, state, since, last_error from identity.mailbox_states()`.execute(db)
  return rows
}
