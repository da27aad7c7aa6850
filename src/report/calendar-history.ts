import type { Db } from '../platform/db.ts'
import { type Calendar, type Holiday, makeCalendar } from './clocks/calendar.ts'
import type { Day } from './clocks/day.ts'
import { areaScope } from './rules.ts'

/** A row of publication.holiday, as an edit of the calendar remembers it. */
type Row = { day: Day; kind: Holiday['kind']; name: string; agency_id: string | null; area_code: string | null }

/**
 * The calendar as it was at `version`: the edits since, taken back one by one. Edits that remember no rows (seeds of a
 * new year) cannot be taken back; the days they changed then look as if they had always been so.
 */
export async function calendarAt(db: Db, now: Calendar, version: number): Promise<Calendar> {
  const edits = await db
    .selectFrom('publication.calendar_change')
    .select(['added', 'removed'])
    .where('version', '>', version)
    .where('version', '<=', now.version)
    .orderBy('version', 'desc')
    .execute()
  let holidays = [...now.holidays.values()].flat()
  for (const { added, removed } of edits) {
    const gone = new Set((added as Row[]).map((row) => keyOf(holidayFrom(row))))
    holidays = [...holidays.filter((row) => !gone.has(keyOf(row))), ...(removed as Row[]).map(holidayFrom)]
  }
  return makeCalendar({ holidays, decreed: now.decreed, ancestors: (scope) => now.ancestors(scope), version })
}

function holidayFrom({ day, kind, name, agency_id, area_code }: Row): Holiday {
  return { day, kind, name, scope: agency_id ?? (area_code ? areaScope(area_code) : null) }
}

function keyOf({ day, kind, name, scope }: Holiday): string {
  return JSON.stringify([day, kind, name, scope])
}
