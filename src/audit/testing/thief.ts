import { type RawBuilder, sql } from 'kysely'
import type { TestDatabase } from '../../platform/testing/test-database.ts'

/** Whoever owns the database can rest its triggers and write what they like. */
export async function asThief(db: TestDatabase, ...statements: RawBuilder<unknown>[]) {
  await db.owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const statement of statements) await statement.execute(tx)
  })
}

/** Copies these tables. @returns puts them back as they were */
export async function keepCopies(db: TestDatabase, tables: readonly string[]): Promise<() => Promise<void>> {
  for (const table of tables)
    await sql`create table ${sql.ref(copyOf(table))} as table ${sql.table(table)}`.execute(db.owner)
  return async () => {
    for (const table of tables)
      await asThief(
        db,
        sql`delete from ${sql.table(table)}`,
        sql`insert into ${sql.table(table)} overriding system value select * from ${sql.ref(copyOf(table))}`,
        sql`drop table ${sql.ref(copyOf(table))}`,
      )
  }
}

const copyOf = (table: string) => `copy_${table.replace('.', '_')}`
