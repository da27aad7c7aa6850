import { type Day, weekday, yearOf } from './day.ts'

/** `national` libur nasional; `cuti_bersama`; `closure` of a region or an office. */
export type HolidayKind = 'national' | 'cuti_bersama' | 'closure'

/** A row of the holiday calendar. Scope: an agency id whose people are off, with all below it; null: the whole country. */
export type Holiday = { day: Day; name: string; kind: HolidayKind; scope: string | null }

/**
 * The calendar as all clocks see it. `decreed`: years whose holidays and cuti bersama are decided (SKB 3 Menteri).
 * `ancestors` lists the agencies above one, nearest first, itself left out. `version` grows with every edit.
 */
export type Calendar = {
  holidays: ReadonlyMap<Day, readonly Holiday[]>
  decreed: ReadonlySet<number>
  ancestors(scope: string): readonly string[]
  version: number
}

export type CalendarRows = {
  holidays: Iterable<Holiday>
  ancestors?: (scope: string) => readonly string[]
  /** Left out: the years that have at least one cuti bersama. */
  decreed?: Iterable<number>
  version?: number
}

export function makeCalendar(rows: CalendarRows): Calendar {
  const holidays = new Map<Day, Holiday[]>()
  const withCutiBersama = new Set<number>()
  for (const holiday of rows.holidays) {
    const sameDay = holidays.get(holiday.day)
    if (sameDay) sameDay.push(holiday)
    else holidays.set(holiday.day, [holiday])
    if (holiday.kind === 'cuti_bersama') withCutiBersama.add(yearOf(holiday.day))
  }
  return {
    holidays,
    decreed: rows.decreed ? new Set(rows.decreed) : withCutiBersama,
    ancestors: rows.ancestors ?? (() => []),
    version: rows.version ?? 0,
  }
}

export function isWeekend(day: Day): boolean {
  const number = weekday(day)
  return number === 0 || number === 6
}

/** Monday to Friday, and neither a national holiday, nor cuti bersama, nor a closure of the office or of one above it. */
export function isWorkingDay(day: Day, scope: string | null, calendar: Calendar): boolean {
  return !isWeekend(day) && holidaysOn(day, scope, calendar).length === 0
}

/** Why the office is off that day, weekends apart: each name once. */
export function holidayNames(day: Day, scope: string | null, calendar: Calendar): string[] {
  return [...new Set(holidaysOn(day, scope, calendar).map((holiday) => holiday.name))]
}

export function holidaysOn(day: Day, scope: string | null, calendar: Calendar): readonly Holiday[] {
  const rows = calendar.holidays.get(day)
  if (!rows) return []
  return rows.filter((row) => row.scope === null || isAtOrBelow(scope, row.scope, calendar))
}

function isAtOrBelow(scope: string | null, top: string, calendar: Calendar): boolean {
  return scope !== null && (scope === top || calendar.ancestors(scope).includes(top))
}
