import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { type Find, makeLookout } from './canaries.ts'

/** Every row of every table as text, and what is bytes in it also as bytes. */
export async function lookIntoTables(owner: Db, find: Find, only: RegExp = /./) {
  const lookout = makeLookout(find)
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(owner)
  for (const { name } of tables.filter((table) => only.test(table.name))) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(owner)
    for (const { row } of rows) {
      await lookout.look(row, name)
      for (const [, hex = ''] of row.matchAll(/\\x([0-9a-f]{8,})/g)) await lookout.look(Buffer.from(hex, 'hex'), name)
    }
  }
  return { lookout, tables }
}

/** The same, each as a line: "sms open text: casework.content". */
export async function foundInTables(owner: Db, find: Find): Promise<string[]> {
  const { lookout } = await lookIntoTables(owner, find)
  return [...lookout.seen].map(([what, place]) => `${what}: ${place}`)
}
