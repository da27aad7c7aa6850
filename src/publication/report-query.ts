import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { nearIds, parseTrackingId } from '../report/tracking-id.ts'
import type { PublicRow } from './public-report.ts'

/** `near`: the one public report whose ID is a slip away from what was asked for, when there is exactly one. */
export type Found = { row: PublicRow; near?: undefined } | { row?: undefined; near: string | null }

/**
 * A public report by its ID as typed. Hidden and absent are the same: one query either way, by the same index, and the
 * hint knows only public reports.
 */
export async function findPublicReport(db: Db, typed: string): Promise<Found> {
  const id = parseTrackingId(typed)
  const asked = id ? [id] : nearIds(typed)
  const { rows } = await sql<PublicRow>`
    select tracking_id, stage, manner, kind, channel, title, text, shown_name, filed_at, published_at, answered_at, closed_at,
      agency_id, category_id, area_code, place, lat, lon, outcome, rating, archive_reason, reopened, clocks, due_day, due_moved,
      thread, updated_at,
      (select parent.tracking_id from publication.report parent where parent.tracking_id = report.merged_into) as merged_into,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'seq', seq, 'width', width, 'height', height) order by seq, position), '[]')
        from publication.attachment where attachment.tracking_id = report.tracking_id) as pictures
    from publication.report where tracking_id = any(${asked}::text[]) limit 2`.execute(db)
  const [row] = rows
  if (id && row) return { row }
  return { near: !id && rows.length === 1 && row ? row.tracking_id : null }
}
