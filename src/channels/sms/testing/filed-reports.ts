import type { TestDatabase } from '../../../platform/testing/test-database.ts'
import { openWords } from '../../../report/keeper.ts'
import { testKeeper } from '../../../testing/test-deps.ts'

/** Every report that there is, with its words. */
export async function filedReports(db: TestDatabase) {
  const rows = await db.owner
    .selectFrom('casework.report as r')
    .innerJoin('casework.content as c', 'c.report_id', 'r.id')
    .selectAll('r')
    .select('c.text')
    .execute()
  return rows.map((row) => ({ ...row, text: openWords(testKeeper, row.id, row, ['text']).text ?? '' }))
}
