import type { TestDatabase } from '../platform/testing/test-database.ts'

/** What happened to a report, in its order, and in which words. */
export function eventsOf(db: TestDatabase, reportId: string) {
  return db.owner
    .selectFrom('casework.event')
    .select(['move', 'text'])
    .where('report_id', '=', reportId)
    .orderBy('seq')
    .execute()
}

export async function lastEvent(db: TestDatabase, reportId: string) {
  const [last] = (await eventsOf(db, reportId)).reverse()
  if (!last) throw new Error(`nothing happened to ${reportId}`)
  return last
}

/** The same a line each, for reading: "reply: masih mati". */
export async function threadOf(db: TestDatabase, reportId: string) {
  return (await eventsOf(db, reportId)).map(({ move, text }) => `${move}: ${text ?? ''}`)
}
