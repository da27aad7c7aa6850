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
  return /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && isCivil(text)
}

/** @throws RangeError when the text is not a day of the calendar */
export function readDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

/** @param count calendar days, may be negative */
export function addDays(day: Day, count: number): Day {
  return toDay(numberOf(day) + count)
}

/** Calendar days from `start` to `end`; negative when `end` is earlier. */
export function daysBetween(start: Day, end: Day): number {
  return numberOf(end) - numberOf(start)
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: Day): number {
  return (((numberOf(day) + 4) % 7) + 7) % 7
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b
}

/** The civil day of an instant in a zone. */
export function dayOf(instant: Date, zone: Zone): Day {
  return toDay(Math.floor((instant.getTime() + zoneFacts[zone].offsetHours * hourMs) / dayMs))
}

/** 00:00 of the day in the zone. */
export function startOfDay(day: Day, zone: Zone): Date {
  return new Date(numberOf(day) * dayMs - zoneFacts[zone].offsetHours * hourMs)
}

/** 24:00 of the day in the zone: the first instant that is too late. */
export function endOfDay(day: Day, zone: Zone): Date {
  return new Date((numberOf(day) + 1) * dayMs - zoneFacts[zone].offsetHours * hourMs)
}

/** Not rolled over: the 30th of February would come back as a day in March. */
function isCivil(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Days since 1 January 1970. */
function numberOf(day: Day): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / dayMs
  if (isRemembered(number)) numbers.set(day, number)
  return number
}

function toDay(number: number): Day {
  const known = names.get(number)
  if (known !== undefined) return known
  const day = new Date(number * dayMs).toISOString().slice(0, 10) as Day
  if (isRemembered(number)) names.set(number, day)
  return day
}

/** The days of this century are remembered: clocks ask for the same few thousand, millions of times. */
const numbers = new Map<Day, number>()
const names = new Map<number, Day>()
function isRemembered(number: number): boolean {
  return number >= 10_957 && number < 47_482
}
