import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { freshEstimates } from './fresh-estimates.ts'

const db = await testDatabase()

/** How often the table of reports was looked over for its estimates. */
async function looked() {
  const { rows } = await sql<{ n: number }>`
    select pg_stat_get_analyze_count('casework.report'::regclass)::int as n`.execute(db.owner)
  return rows[0]?.n
}

test('the planner learns what an import has written whenever it has doubled, not with every batch', async () => {
  const estimate = freshEstimates(db.owner)
  const after: unknown[] = []
  for (const more of [199, 1, 199, 1, 400]) {
    await estimate(more)
    await sql`select pg_stat_force_next_flush()`.execute(db.owner)
    after.push(await looked())
  }
  expect(after).toEqual([0, 1, 1, 2, 3])
})
