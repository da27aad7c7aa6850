import { sql } from 'kysely'
import type { Tx } from '../../report/as.ts'

/** Whether the officer who is asking wants one letter a working morning. */
export async function wantsDigest(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ digest: boolean | null }>`select identity.account_digest() as digest`.execute(tx)
  return rows[0]?.digest ?? false
}

/** What waits already goes with the next digest, whatever is chosen. */
export async function chooseDigest(tx: Tx, digest: boolean): Promise<void> {
  await sql`select identity.choose_account_digest(${digest})`.execute(tx)
}
