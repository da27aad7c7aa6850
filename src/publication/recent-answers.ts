import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { SummaryRow } from './public-report.ts'

/** A report whose office has just answered: the office that spoke (perhaps a unit) and the beginning of what it said. */
export type RecentAnswer = Pick<SummaryRow, 'tracking_id' | 'title' | 'stage' | 'manner' | 'agency_id' | 'filed_at'> & {
  answered_at: Date
  said_by: string | null
  said: string | null
}

/** The latest answers, newest first; each is read from the public thread. */
export async function recentAnswers(db: Db, limit: number): Promise<RecentAnswer[]> {
  const { rows } = await sql<RecentAnswer>`
    select report.tracking_id, title, stage, manner, report.agency_id, filed_at, answered_at, answer.said_by, answer.said
    from publication.report
    cross join lateral (
      select event ->> 'agency' as said_by, left(event ->> 'text', 400) as said
      from jsonb_array_elements(thread) event
      where event ->> 'move' = 'answer' order by (event ->> 'seq')::int desc limit 1) answer
    where stage in ('answered', 'closed') and answered_at is not null
    order by answered_at desc limit ${limit}`.execute(db)
  return rows
}
