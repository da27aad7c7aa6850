import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'

// A number that grows by one tells that somebody filed. The public site's role has none that counts hidden reports.

const db = await testDatabase()

// By number, for the name of a table that a role may not know is refused before its rows would be counted.
const { rows } = await sql<{ oid: number }>`select 'casework.report'::regclass::oid::int as oid`.execute(db.owner)
const report = rows[0]?.oid

test.each([
  `select n_live_tup from pg_stat_user_tables where relname = 'report'`,
  `select seq_tup_read from pg_stat_all_tables where relname = 'report'`,
  `select idx_scan from pg_stat_user_indexes`,
  `select heap_blks_hit from pg_statio_user_tables`,
  `select xact_commit, tup_inserted from pg_stat_database`,
  `select query from pg_stat_activity`,
  `select pg_stat_get_live_tuples(${report})`,
  `select pg_stat_get_tuples_inserted(${report})`,
  `select pg_relation_size(${report})`,
  `select pg_total_relation_size(${report})`,
  `select pg_database_size(current_database())`,
  `select reltuples from pg_class where oid = ${report}`,
  `select relpages from pg_class where oid = ${report}`,
  `select * from pg_class`,
  `select count(*) from casework.report`,
])('the public site’s role is not told: %s', async (question) => {
  await expect(sql.raw(question).execute(db.publicDb)).rejects.toThrow('permission denied')
  await expect(sql.raw(question).execute(db.owner), 'there is something to tell').resolves.toBeDefined()
})

test('nor what columns of hidden reports hold, by samples of them', async () => {
  await sql`analyze casework.report`.execute(db.owner)
  const { rows } = await sql`select from pg_stats where schemaname in ('casework', 'identity')`.execute(db.publicDb)
  expect(rows).toEqual([])
})
