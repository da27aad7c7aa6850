import { sql, type Transaction } from 'kysely'
import type { DB } from '../../platform/schema.ts'
import type { AccessThen } from '../../secrecy/access-journal.ts'

/**
 * Offices are headed by whom the journal last knew. First everybody steps back who does not head an office any more, so an office whose
 * new head the backup does not know has nobody: then anybody there may be meant by "its head" (migration 84).
 */
export async function headsAgain(tx: Transaction<DB>, accesses: readonly AccessThen[], now: Date): Promise<void> {
  const known = accesses.filter(({ account, heads }) => account && heads)
  for (const { account = '', heads = [] } of known) await stepBack(tx, account, heads, now)
  const posts = known.flatMap(({ account, heads = [] }) => heads.map((post) => ({ account, ...post })))
  for (const { account, office, acting } of posts.sort((one, other) => Number(one.acting) - Number(other.acting)))
    await sql`
      select identity.appoint_head(g.id, a.id, ${acting}, ${now}) from publication.agency g, identity.account a
      where g.id = ${office} and a.id = ${account}`.execute(tx)
}

async function stepBack(tx: Transaction<DB>, account: string, heads: NonNullable<AccessThen['heads']>, now: Date) {
  const left = tx.updateTable('identity.holder').set({ until: sql`greatest(${now}, since)` })
  const offices = heads.map(({ office }) => office)
  await left
    .where('account_id', '=', account)
    .where('until', 'is', null)
    .where(sql<boolean>`unit_id <> all (${offices})`)
    .execute()
}
