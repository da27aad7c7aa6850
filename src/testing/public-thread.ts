import type { TestDatabase } from '../platform/testing/test-database.ts'

/** What anybody may read of what was said about a report; undefined when it is not public. */
export async function publicThread(db: TestDatabase, reportId: string) {
  const copy = db.publicDb.selectFrom('publication.report').select('thread').where('report_id', '=', reportId)
  return (await copy.executeTakeFirst())?.thread as { move: string; text?: string }[] | undefined
}
