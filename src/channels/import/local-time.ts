import type { FoundDate } from './imported-report.ts'

/** Hours ahead of UTC. Indonesia has had these three zones, without summer time, since 1988. */
const offsets = { WIB: 7, WITA: 8, WIT: 9 }
export type ZoneName = keyof typeof offsets

const months = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des']
const otherSpellings: Record<string, string> = {
  may: 'mei',
  aug: 'agu',
  agt: 'agu',
  ags: 'agu',
  oct: 'okt',
  dec: 'des',
  peb: 'feb',
  nop: 'nov',
}

/**
 * The instant of a local date and time as people and exports write them: '2022-01-05 10:49:51', '6 Jan 2026' and '10.24 WITA',
 * '31/12/2025'. Day before month. Without a time it is midnight. Undefined when nothing is written, null when it cannot be read.
 * @param zone of the city or office whose file it is, unless the time names another
 */
export function localInstant(date: string | undefined, time: string | undefined, zone: ZoneName): FoundDate {
  if (!date) return undefined
  const [day, rest] = splitDate(date)
  const clock = clockOf(time ?? rest)
  if (!day || !clock) return null
  const [hours, minutes, seconds] = clock.parts
  const local = Date.UTC(day.year, day.month - 1, day.day, hours, minutes, seconds)
  const isReal = new Date(local).getUTCMonth() === day.month - 1 && new Date(local).getUTCDate() === day.day
  return isReal ? new Date(local - offsets[clock.zone ?? zone] * 3_600_000) : null
}

type CivilDay = { year: number; month: number; day: number }

/** The day, and whatever is written behind it. */
function splitDate(written: string): [CivilDay | null, string] {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(.*))?$/.exec(written)
  if (iso) return [{ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }, iso[4] ?? '']
  const named = /^(?:\p{L}+,\s*)?(\d{1,2})[\s./-]+(\p{L}+|\d{1,2})[\s./-]+(\d{4})(?:[\s,]+(.*))?$/u.exec(written)
  if (named) return [{ year: Number(named[3]), month: monthOf(named[2] ?? ''), day: Number(named[1]) }, named[4] ?? '']
  return [null, '']
}

function monthOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written)
  const start = written.slice(0, 3).toLowerCase()
  return months.indexOf(otherSpellings[start] ?? start) + 1
}

function clockOf(written: string): { parts: [number, number, number]; zone?: ZoneName } | null {
  if (written.trim() === '') return { parts: [0, 0, 0] }
  const found = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?(?:\s*(WIB|WITA|WIT))?$/i.exec(written.trim())
  if (!found) return null
  const parts: [number, number, number] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)]
  if (parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return null
  return { parts, zone: found[4]?.toUpperCase() as ZoneName | undefined }
}
