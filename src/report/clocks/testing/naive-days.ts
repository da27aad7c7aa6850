import type { Day, Zone } from '../day.ts'

/**
 * The independent second implementation: a table of days counted by hand from Monday 1 January 2024, one boolean per
 * day and office, and the zones of the ICU library. It shares nothing with the clocks but the names of types.
 */
const tableDays = 2600

export const dayTable: Day[] = []
for (let year = 2024, month = 1, date = 1; dayTable.length < tableDays; ) {
  dayTable.push(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day)
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  date += 1
  if (date > length) {
    date = 1
    month += 1
  }
  if (month > 12) {
    month = 1
    year += 1
  }
}

const indexByDay = new Map(dayTable.map((day, index) => [day as string, index]))

const formats = new Map<Zone, Intl.DateTimeFormat>()

/** Index in the table of the civil day of an instant. */
export function naiveIndex(instant: Date, zone: Zone): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(zone, format)
  const index = indexByDay.get(format.format(instant))
  if (index === undefined) throw new RangeError(`outside the table: ${instant.toISOString()}`)
  return index
}

/** Offices of the random cases: kota is below prov, dinas below kota; lain is alone; null is the national desk. */
export const naiveScopes = [null, 'prov', 'kota', 'dinas', 'lain'] as const
export type NaiveScope = (typeof naiveScopes)[number]
const coveredBy: Record<string, NaiveScope[]> = {
  all: ['prov', 'kota', 'dinas', 'lain', null],
  prov: ['prov', 'kota', 'dinas'],
  kota: ['kota', 'dinas'],
  dinas: ['dinas'],
  lain: ['lain'],
}

export type NaiveTables = Map<NaiveScope, boolean[]>

/** Day 0 is a Monday, so 5 and 6 of every 7 are the weekend. */
const weekdaysOnly = dayTable.map((_day, index) => index % 7 < 5)

/** For each office, whether it works on each day of the table. */
export function naiveTables(off: readonly { index: number; scope: NaiveScope }[]): NaiveTables {
  const tables: NaiveTables = new Map(naiveScopes.map((scope) => [scope, weekdaysOnly.slice()] as const))
  for (const { index, scope } of off) {
    for (const office of coveredBy[scope ?? 'all'] ?? []) (tables.get(office) ?? [])[index] = false
  }
  return tables
}
