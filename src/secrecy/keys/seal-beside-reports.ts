import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Keeper } from '../../report/keeper.ts'
import { startOfSealed } from './make-keeper.ts'

type Kept = { id: string; kept: string }

/** What the keeper seals that belongs to no report: the secrets of doors, and messages that a human has to look at, by the id of their row. */
const places = [
  { table: 'identity.gateway', id: 'id', column: 'hook_secret' },
  { table: 'identity.x_account', id: 'id', column: 'hook_secret' },
  { table: 'identity.x_unsure', id: 'arrival_id', column: 'kept' },
  { table: 'identity.arrival_words', id: 'arrival_id', column: 'kept' },
] as const

/** All of it, as a query of one column. */
export const keptBesideReports = sql.join(
  places.map(
    ({ table, column }) => sql`select ${sql.ref(column)} from ${sql.table(table)} where ${sql.ref(column)} is not null`,
  ),
  sql` union all `,
)

/** Seals all of it under the newest keys of the installation; done twice, it is done once. */
export async function sealBesideReports({
  owner,
  keys,
  newest,
}: {
  owner: Db
  keys: { keeper: Keeper }
  newest: number
}) {
  const start = startOfSealed('words', newest)
  for (const { table, id, column } of places) {
    const [where, name, value] = [sql.table(table), sql.ref(id), sql.ref(column)]
    const { rows } = await sql<Kept>`
      select ${name} as id, ${value} as kept from ${where} where left(${value}, 5) <> ${start}`.execute(owner)
    for (const row of rows)
      await sql`
        update ${where} set ${value} = ${keys.keeper.sealWords(row.id, keys.keeper.open(row.id, row.kept))}
        where ${name} = ${row.id} and ${value} = ${row.kept}`.execute(owner)
  }
}
