import { sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import { openWords } from '../report/keeper.ts'
import { addDays, dayOf, startOfDay } from '../report/clocks/day.ts'
import type { ReportRow } from '../report/move.ts'
import { can } from '../secrecy/can.ts'
import { type Judged, judgedColumns, secrecyFacts } from '../secrecy/facts.ts'
import type { Candidate } from './action.ts'
import type { Duty } from './duty.ts'

const days = 120
const most = 6

/** Open reports of the same place or topic, equally confidential, filed within four months; the newest first. */
export async function similarReports(tx: Tx, { actor, setting }: Duty, report: ReportRow): Promise<Candidate[]> {
  const zone = 'Asia/Jakarta'
  const { rules, now } = setting
  const since = startOfDay(addDays(dayOf(report.filed_at, zone), -days), zone)
  const { rows } = await sql<Row>`
    select ${sql.join(judgedColumns.map((column) => sql.ref(`r.${column}`)))}, r.tracking_id, r.filed_at, c.title
    from casework.report r left join casework.content c on c.report_id = r.id
    where r.stage in ('received', 'on_hold', 'forwarded', 'in_progress', 'answered')
      and r.filed_at >= ${since} and r.id <> ${report.id} and r.confidential = ${report.confidential}
      and (r.area_code = ${report.area_code}::text or r.own_door_id = ${report.own_door_id}::text)
      and (${report.category_id}::text is null or r.category_id is null or r.category_id = ${report.category_id}::text)
    order by r.filed_at desc limit ${most}`.execute(tx)
  return rows.flatMap((row) => {
    const facts = secrecyFacts(row)
    if (!can(actor, 'see', 'case', facts, now)) return []
    const isRead = can(actor, 'see', 'casework', facts, now)
    const { title } = openWords(rules.keeper, row.id, { title: isRead ? row.title : null }, ['title'])
    return [{ title, stage: row.stage, trackingId: row.tracking_id, filedAt: row.filed_at }]
  })
}

type Row = Judged & Pick<ReportRow, 'tracking_id' | 'filed_at'> & { title: string | null }
