import { sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import { addDays, dayOf, startOfDay } from '../report/clocks/day.ts'
import type { ReportRow } from '../report/move.ts'
import type { Candidate } from './action.ts'

const days = 120
const most = 6

/** Open reports of the same place or topic, equally confidential, filed within four months; the newest first. */
export async function similarReports(tx: Tx, keeper: Keeper, report: ReportRow): Promise<Candidate[]> {
  const zone = 'Asia/Jakarta'
  const since = startOfDay(addDays(dayOf(report.filed_at, zone), -days), zone)
  const { rows } = await sql<Row>`
    select r.id, r.tracking_id, c.title, r.stage, r.filed_at
    from casework.report r left join casework.content c on c.report_id = r.id
    where r.stage in ('received', 'on_hold', 'forwarded', 'in_progress', 'answered')
      and r.filed_at >= ${since} and r.id <> ${report.id} and r.confidential = ${report.confidential}
      and (r.area_code = ${report.area_code}::text or r.own_door_id = ${report.own_door_id}::text)
      and (${report.category_id}::text is null or r.category_id is null or r.category_id = ${report.category_id}::text)
    order by r.filed_at desc limit ${most}`.execute(tx)
  return rows.map((row) => {
    const { id: _id, tracking_id, filed_at, ...more } = openWords(keeper, row.id, row, ['title'])
    return { ...more, trackingId: tracking_id, filedAt: filed_at }
  })
}

type Row = { id: string; tracking_id: string; title: string | null; stage: Candidate['stage']; filed_at: Date }
