/** A day in Indonesian civil time, 'YYYY-MM-DD'. Never a Date: a Date is an instant. Days compare with < and >. */
export type Day = `${number}-${number}-${number}`

/** The three Indonesian zones. Their offsets are fixed; Indonesia has no daylight saving time. */
export type Zone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'

export const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const satisfies readonly Zone[]

const zoneFacts: Record<Zone, { name: 'WIB' | 'WITA' | 'WIT'; offsetHours: number }> = {
  'Asia/Jakarta': { name: 'WIB', offsetHours: 7 },
  'Asia/Makassar': { name: 'WITA', offsetHours: 8 },
  'Asia/Jayapura': { name: 'WIT', offsetHours: 9 },
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** 'WIB', 'WITA' or 'WIT', as people write it. */
export function zoneName(zone: Zone): 'WIB' | 'WITA' | 'WIT' {
  return zoneFacts[zone].name
}

export function isZone(text: string): text is Zone {
  return Object.hasOwn(zoneFacts, text)
}

/** True for a day that exists, from 1000 to 9999: '2026-02-29' is not one. */
export function isDay(text: string): text is Day {
  return /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && toDay(Date.parse(`${text}T00:00:00Z`)) === text
}

/** @throws RangeError when the text is not a day of the calendar */
export function readDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** @param count calendar days, may be negative */
export function addDays(day: Day, count: number): Day {
  return toDay(msOf(day) + count * dayMs)
}

/** Calendar days from `start` to `end`; negative when `end` is earlier. */
export function daysBetween(start: Day, end: Day): number {
  return (msOf(end) - msOf(start)) / dayMs
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: Day): number {
  return new Date(msOf(day)).getUTCDay()
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b
}

/** The civil day of an instant in a zone. */
export function dayOf(instant: Date, zone: Zone): Day {
  return toDay(instant.getTime() + zoneFacts[zone].offsetHours * hourMs)
}

/** 00:00 of the day in the zone. */
export function startOfDay(day: Day, zone: Zone): Date {
  return new Date(msOf(day) - zoneFacts[zone].offsetHours * hourMs)
}

/** 24:00 of the day in the zone: the first instant that is too late. */
export function endOfDay(day: Day, zone: Zone): Date {
  return new Date(msOf(day) + dayMs - zoneFacts[zone].offsetHours * hourMs)
}

function msOf(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
}

function toDay(ms: number): Day {
  return Number.isNaN(ms) ? ('' as Day) : (new Date(ms).toISOString().slice(0, 10) as Day)
}
