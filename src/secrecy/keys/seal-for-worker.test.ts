import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { sealedForWorker } from './seal-for-worker.ts'

const db = await testDatabase()

/** Sealed for the browser of whoever asked, for fifteen minutes. */
const forSomebodyElse = ['casework.opening.sealed']

test('every column that is sealed for the worker is sealed anew before an old pair is forgotten', async () => {
  const { rows } = await sql<{ name: string }>`
    select concat_ws('.', table_schema, table_name, column_name) as name
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema in ('casework', 'identity', 'publication')
      and data_type = 'bytea' and column_name like 'sealed%'`.execute(db.owner)
  const known = sealedForWorker.map(([table, , column]) => `${table}.${column}`)
  expect([...known, ...forSomebodyElse].sort()).toEqual(rows.map(({ name }) => name).sort())
})
