import { type RawBuilder, sql } from 'kysely'
import type { TestDatabase } from '../../platform/testing/test-database.ts'

type Column = { s: string; t: string; c: string }
/** What is the installation's and no report's. */
const notOfReports =
  /^(publication\.(pace_reckoned|calendar_change|audit_head)|platform\.|graphile_worker\.(migrations|_private_known_crontabs))/

/** Every column of every table that holds a time, whichever table is added later, but those of the installation: "schema.table.column". */
export async function timeColumns(db: TestDatabase): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.table_schema as s, c.table_name as t, c.column_name as c from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.data_type in ('timestamp with time zone', 'timestamp without time zone', 'time with time zone') and t.table_type = 'BASE TABLE'
      and c.table_schema not in ('pg_catalog', 'information_schema')`.execute(db.owner)
  return rows.filter(({ s, t }) => !notOfReports.test(`${s}.${t}`))
}

/** Rows that hold a time finer than the hour: table, column, and how many. */
export async function fineTimes(db: TestDatabase): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const { s, t, c } of await timeColumns(db)) {
    const n = await countOf(
      db,
      sql`${sql.table(`${s}.${t}`)} where ${sql.ref(c)} <> date_trunc('hour', ${sql.ref(c)}, 'UTC')`,
    )
    if (n > 0) found.set(`${s}.${t}.${c}`, n)
  }
  return found
}

export async function countOf(db: TestDatabase, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${from}`.execute(db.owner)
  return rows[0]?.n ?? 0
}
