import { type RawBuilder, sql } from 'kysely'
import type { TestDatabase } from '../../platform/testing/test-database.ts'

/** Whoever owns the database can rest its triggers and write what they like. */
export async function asThief(db: TestDatabase, ...statements: RawBuilder<unknown>[]) {
  await db.owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const statement of statements) await statement.execute(tx)
  })
}

/** Copies these tables, all that is not computed. @returns puts them back as they were */
export async function keepCopies(db: TestDatabase, tables: readonly string[]): Promise<() => Promise<void>> {
  const columnsOf = new Map<string, RawBuilder<unknown>>()
  for (const table of tables) {
    const columns = await written(db, table)
    columnsOf.set(table, columns)
    await sql`create table ${sql.ref(copyOf(table))} as select ${columns} from ${sql.table(table)}`.execute(db.owner)
  }
  return async () => {
    for (const [table, columns] of columnsOf)
      await asThief(
        db,
        sql`delete from ${sql.table(table)}`,
        sql`insert into ${sql.table(table)} (${columns}) overriding system value select ${columns} from ${sql.ref(copyOf(table))}`,
        sql`drop table ${sql.ref(copyOf(table))}`,
      )
  }
}

const copyOf = (table: string) => `copy_${table.replace('.', '_')}`

async function written(db: TestDatabase, table: string): Promise<RawBuilder<unknown>> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(db.owner)
  return sql.join(rows.map(({ name }) => sql.ref(name)))
}
