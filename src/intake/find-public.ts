import type { Db } from '../platform/db.ts'
import { nearIds } from '../report/tracking-id.ts'

/** Whether the public may open this report's page. Asked of the public copy alone. */
export async function isPublic(publicDb: Db, trackingId: string): Promise<boolean> {
  return (await publicAmong(publicDb, [trackingId])).length > 0
}

/** The one public ID that is a typo away from what was typed; undefined when none is, or more than one. */
export async function meantId(publicDb: Db, typed: string): Promise<string | undefined> {
  const near = await publicAmong(publicDb, nearIds(typed))
  return near.length === 1 ? near[0] : undefined
}

async function publicAmong(publicDb: Db, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await publicDb
    .selectFrom('publication.report')
    .select('tracking_id')
    .where('tracking_id', 'in', ids)
    .limit(2)
    .execute()
  return rows.map((row) => row.tracking_id)
}
