import { sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import type { Day } from '../report/clocks/day.ts'
import type { Duty } from './duty.ts'

export type HolidayRow = {
  id: number
  day: Day
  kind: 'national' | 'cuti_bersama' | 'closure'
  name: string
  agency_id: string | null
  area_code: string | null
}

export type CalendarYear = {
  year: number
  days: HolidayRow[]
  /** Holidays and cuti bersama of this year have been decreed. */
  decreed: boolean
  /** The last edits, newest first. */
  changes: { version: number; at: Date; reason: string }[]
}

/** Whom this person may enter days off for; undefined: may only read. */
export function editsCalendarFor({ person, office }: Duty): 'nation' | 'office' | undefined {
  if (person.role === 'verifier') return 'nation'
  return person.role === 'coordinator' && office ? 'office' : undefined
}

/** The days off of a year that concern this desk: of the whole country, of its area, and of its own and the offices above. */
export async function readCalendar(tx: Tx, { office, setting }: Duty, year: number): Promise<CalendarYear> {
  const scopes = office ? [office.id, ...setting.rules.calendar.ancestors(office.id)] : []
  const { rows } = await sql<{ calendar: Omit<CalendarYear, 'year'> }>`select json_build_object(
    'days', coalesce((select json_agg(h order by h.day, h.name) from publication.holiday h
      where h.day >= make_date(${year}, 1, 1) and h.day < make_date(${year} + 1, 1, 1)
        and ((h.agency_id is null and h.area_code is null) or ${office === undefined}::boolean
          or coalesce(h.agency_id, 'area:' || h.area_code) = any (${scopes}::text[]))), '[]'::json),
    'decreed', exists (select from publication.decreed_year d where d.year = ${year}),
    'changes', coalesce((select json_agg(x order by x.version desc)
      from (select * from publication.calendar_change order by version desc limit 5) x), '[]'::json)) as calendar`.execute(
    tx,
  )
  const calendar = rows[0]?.calendar ?? { days: [], decreed: false, changes: [] }
  return { year, ...calendar, changes: calendar.changes.map((change) => ({ ...change, at: new Date(change.at) })) }
}

/** One day off, as far as this person may remove it. */
export async function findHoliday(tx: Tx, duty: Duty, id: number): Promise<HolidayRow | undefined> {
  const edits = editsCalendarFor(duty)
  const { rows } = await sql<HolidayRow>`select id, day, kind, name, agency_id, area_code from publication.holiday
    where id = ${id} and case ${edits ?? ''} when 'nation' then agency_id is null and area_code is null
      when 'office' then agency_id = ${duty.office?.id ?? ''}::text else false end`.execute(tx)
  return rows[0]
}

/** How many open deadlines a change of this day may move, of those this person sees: all that end on it or later. */
export async function deadlinesFrom(tx: Tx, day: Day): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from casework.report r
    where r.due_day >= ${day}::date and r.stage in ('received', 'on_hold', 'forwarded', 'in_progress', 'answered')`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}

export type CalendarEdit = { add?: Pick<HolidayRow, 'day' | 'kind' | 'name'>; remove?: number; reason: string }

/**
 * Enter a day off, or take one away, with its reason; the calendar gets a new version and the sweep reckons every open
 * deadline again. For the whole country, or for one's own office.
 */
export async function changeCalendar(tx: Tx, duty: Duty, { add, remove, reason }: CalendarEdit): Promise<void> {
  const scope = editsCalendarFor(duty) === 'office' ? (duty.office?.id ?? null) : null
  const added = add ? [{ ...add, agency_id: scope, area_code: null }] : []
  await sql`select publication.change_calendar(${JSON.stringify(added)}::jsonb, ${remove === undefined ? [] : [remove]}::bigint[],
    ${duty.setting.now}, ${reason})`.execute(tx)
}
