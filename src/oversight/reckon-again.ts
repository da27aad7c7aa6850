import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { calendarAt } from '../report/calendar-history.ts'
import { currentClock } from '../report/clocks/advance.ts'
import type { Calendar } from '../report/clocks/calendar.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import type { Day } from '../report/clocks/day.ts'
import { movedBy, whyMoved } from '../report/clocks/why-moved.ts'
import { deadlines } from '../report/deadlines.ts'
import type { Stage } from '../report/lifecycle.ts'
import type { Rules } from '../report/rules.ts'
import type { SweepDeps } from './sweep-deps.ts'

const batchSize = 5_000

type Open = { id: string; stage: Stage; clocks: Clock[]; due_day: Day; escalation: number; calendar: number }

/** Why a deadline moved last, for the report's page: days, and one sentence in each language. */
export type DueMoved = { from: Day; to: Day; reason: string; reasonEn: string }

/**
 * Reckon every open deadline again that was reckoned with an older calendar, in batches; rows that somebody else holds at
 * the moment are left to the next sweep. A deadline that moves says why. Closed reports keep theirs.
 * @returns how many deadlines moved
 */
export async function reckonAgain(
  { db }: Pick<SweepDeps, 'db'>,
  rules: Rules,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  const before = rememberedCalendars(db, rules.calendar)
  let moved = 0
  for (let taken = batchSize; taken === batchSize && !signal?.aborted; ) {
    await as(db, system, async (tx) => {
      const open = await takeBatch(tx, rules.calendar.version)
      const rows = await Promise.all(
        open.map(async (report) => reckoned(report, await before(report.calendar), rules, now)),
      )
      await write(tx, rows)
      taken = open.length
      moved += rows.filter((row) => row.moved).length
    })
  }
  return moved
}

async function takeBatch(tx: Tx, version: number): Promise<Open[]> {
  const { rows } = await sql<Open>`
    select id, stage, clocks, due_day, escalation, calendar from casework.report
    where due_at is not null and calendar < ${version}
    order by calendar limit ${batchSize} for update skip locked`.execute(tx)
  return rows
}

function reckoned(report: Open, before: Calendar, rules: Rules, now: Date) {
  const { escalation } = report
  const { clocks: _same, ...index } = deadlines(report.clocks, report.stage, rules, { escalation, at: now })
  const moved = index.due_day !== null && index.due_day !== report.due_day
  return {
    id: report.id,
    ...index,
    moved,
    due_moved: moved ? explained(report, before, rules.calendar, index.due_day) : null,
  }
}

function explained(report: Open, before: Calendar, after: Calendar, newDue: Day | null): DueMoved | null {
  if (newDue === null) return null
  const clock = currentClock(report.clocks, report.stage)
  const days = (clock && movedBy(clock, before, after)) ?? { added: [], removed: [] }
  const moved = { ...days, oldDue: report.due_day, newDue }
  return { from: report.due_day, to: newDue, reason: whyMoved(moved, 'id'), reasonEn: whyMoved(moved, 'en') }
}

async function write(tx: Tx, rows: ReturnType<typeof reckoned>[]) {
  const given = (only: typeof rows) => sql`
    from jsonb_to_recordset(${JSON.stringify(only)}::jsonb) as n (
      id uuid, due_at timestamptz, due_day date, overdue_since timestamptz, escalate_at timestamptz, calendar int,
      due_moved jsonb, moved boolean)`
  if (rows.length > 0)
    await sql`
      update casework.report r set due_at = n.due_at, due_day = n.due_day, overdue_since = n.overdue_since,
        escalate_at = n.escalate_at, calendar = n.calendar,
        due_moved = case when n.moved then n.due_moved else r.due_moved end
      ${given(rows)} where r.id = n.id`.execute(tx)
  const shown = rows.filter((row) => row.moved)
  if (shown.length > 0)
    await sql`
      update publication.report p
      set due_at = n.due_at, due_day = n.due_day, overdue_since = n.overdue_since, due_moved = n.due_moved
      ${given(shown)} where p.report_id = n.id`.execute(tx)
}

/** Each older calendar is put together once. */
function rememberedCalendars(db: Db, now: Calendar): (version: number) => Promise<Calendar> {
  const known = new Map<number, Promise<Calendar>>()
  return (version) => {
    const calendar = known.get(version) ?? calendarAt(db, now, version)
    known.set(version, calendar)
    return calendar
  }
}
