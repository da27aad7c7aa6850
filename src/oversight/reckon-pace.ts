import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { inPages } from '../platform/in-pages.ts'
import type { Calendar } from '../report/clocks/calendar.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import { progressOf } from '../report/clocks/due.ts'
import type { Rules } from '../report/rules.ts'
import type { SweepDeps } from './sweep-deps.ts'

const hourMs = 3_600_000
const windowMs = 90 * 24 * hourMs
const batchSize = 5_000

type Row = { tracking_id: string; answered_at: Date | null; clocks: Clock[] }
type PaceRow = { clock: 'verify' | 'answer'; day: number; n: number }

/**
 * Reckon, once an hour, on which working day the desk and the offices were done: every turn of theirs in public reports
 * answered in the last 90 days, and in those that are late now, which count as long as they have taken: nobody looks
 * faster by not answering. Sooner when something stopped being public, which nobody may be counted by a minute later.
 * @returns how many reports were looked at; 0 when it was done within the hour and nothing has gone since
 */
export async function reckonPace({ db }: Pick<SweepDeps, 'db'>, { calendar }: Rules, now: Date): Promise<number> {
  const gone = await db.selectFrom('casework.pace_stale').select('id').execute()
  if (gone.length === 0 && (await isFresh(db, now))) return 0
  const counts = new Map<string, PaceRow>()
  let looked = 0
  const streams = [answeredSince(db, new Date(now.getTime() - windowMs)), lateAt(db, now)]
  for (const stream of streams)
    for await (const { clocks } of stream) {
      looked += 1
      for (const clock of clocks) count(counts, clock, calendar, now)
    }
  const settled = gone.map(({ id }) => id)
  await keep(db, [...counts.values()], settled, now)
  return looked
}

/** Clocks that ended, and those that should have: they count as long as they have taken by now. */
function count(counts: Map<string, PaceRow>, clock: Clock, calendar: Calendar, now: Date) {
  const { kind, state } = clock
  if (kind !== 'verify' && kind !== 'answer') return
  const { workingDay: day, overdue } = progressOf(clock, calendar, now)
  if (state !== 'ended' && !overdue) return
  const row = counts.get(`${kind} ${day}`) ?? { clock: kind, day, n: 0 }
  counts.set(`${kind} ${day}`, { ...row, n: row.n + 1 })
}

async function isFresh(db: Db, now: Date): Promise<boolean> {
  const row = await db.selectFrom('publication.pace_reckoned').select('at').executeTakeFirst()
  return row !== undefined && row.at <= now && now.getTime() - row.at.getTime() < hourMs
}

function answeredSince(db: Db, since: Date): AsyncGenerator<Row> {
  return inPages(batchSize, async (last) => {
    const { rows } = await sql<Row>`
      select tracking_id, answered_at, clocks from publication.report
      where stage in ('answered', 'closed') and answered_at > ${since}
        ${last ? sql`and (answered_at, tracking_id) < (${last.answered_at}, ${last.tracking_id})` : sql``}
      order by answered_at desc, tracking_id desc limit ${batchSize}`.execute(db)
    return rows
  })
}

/** Open public reports whose deadline is over. */
function lateAt(db: Db, now: Date): AsyncGenerator<Row> {
  return inPages(batchSize, async (last) => {
    const { rows } = await sql<Row>`
      select tracking_id, answered_at, clocks from publication.report
      where stage in ('received', 'forwarded', 'in_progress') and due_at <= ${now}
        and tracking_id > ${last?.tracking_id ?? ''}
      order by tracking_id limit ${batchSize}`.execute(db)
    return rows
  })
}

/** Two sweeps at once write the same; the second waits for the first. */
async function keep(db: Db, rows: PaceRow[], settled: number[], now: Date) {
  await db.transaction().execute(async (tx) => {
    await sql`insert into publication.pace_reckoned (at) values (${now})
      on conflict (only_row) do update set at = excluded.at`.execute(tx)
    await tx.deleteFrom('publication.pace').execute()
    if (settled.length > 0) await tx.deleteFrom('casework.pace_stale').where('id', 'in', settled).execute()
    if (rows.length > 0) await tx.insertInto('publication.pace').values(rows).execute()
  })
}
