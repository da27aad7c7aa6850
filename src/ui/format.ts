import { type Day, type Zone, yearOf, zoneName } from '../report/clocks/day.ts'
import { formatDay, formatShortDay, weekdayName } from '../report/clocks/day-words.ts'
import { type Locale, languageTag } from './locale.ts'
import { wordsIn } from './words/index.ts'

/** 'Kamis 22 Januari 2026' */
export function longDay(locale: Locale, day: Day): string {
  return formatDay(day, locale)
}

/** '22 Jan 2026' */
export function shortDay(locale: Locale, day: Day): string {
  return `${formatShortDay(day, locale, yearOf(day))} ${yearOf(day)}`
}

/** 'Kam 22 Jan', for narrow places where the year is plain. */
export function tinyDay(locale: Locale, day: Day): string {
  return `${weekdayName(day, locale).slice(0, 3)} ${formatShortDay(day, locale, yearOf(day))}`
}

/** '22 Januari 2026, 14.05 WITA' in the civil time of `zone`. */
export function longMoment(locale: Locale, at: Date, zone: Zone): string {
  return `${zoned(locale, zone, 'date').format(at)}, ${clockTime(locale, at, zone)}`
}

/** '14.05 WITA' (Indonesian) or '14:05 WITA' (English). */
export function clockTime(locale: Locale, at: Date, zone: Zone): string {
  return `${zoned(locale, zone, 'time').format(at)} ${zoneName(zone)}`
}

/** '1.389.891' (Indonesian) or '1,389,891' (English). */
export function count(locale: Locale, n: number): string {
  return n.toLocaleString(languageTag[locale])
}

/** A share between 0 and 1 as '58%'. */
export function percent(locale: Locale, share: number): string {
  return share.toLocaleString(languageTag[locale], { style: 'percent', maximumFractionDigits: 0 })
}

/**
 * Whole percents that add up to 100 (largest remainder): numbers side by side must not make 101. All 0 when nothing is
 * counted.
 * @param parts whole numbers, 0 or more
 */
export function wholePercents(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0)
  if (total === 0) return parts.map(() => 0)
  const floors = parts.map((part) => Math.floor((part * 100) / total))
  const missing = 100 - floors.reduce((sum, floor) => sum + floor, 0)
  const remainder = (index: number) => ((parts[index] ?? 0) * 100) % total
  const raised = parts
    .map((_, index) => index)
    .sort((a, b) => remainder(b) - remainder(a))
    .slice(0, missing)
  return floors.map((floor, index) => floor + (raised.includes(index) ? 1 : 0))
}

/** 'hari ini', 'kemarin', '12 hari lalu', in calendar days (0 or more). */
export function ageText(locale: Locale, calendarDays: number): string {
  const t = wordsIn(locale)
  if (calendarDays <= 0) return t.time_today
  return calendarDays === 1 ? t.time_yesterday : t.time_days_ago(calendarDays)
}

const shapes = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs more than using it, so each is made once. */
function zoned(locale: Locale, timeZone: Zone, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${shape}`
  const made = formats.get(key) ?? new Intl.DateTimeFormat(languageTag[locale], { ...shapes[shape], timeZone })
  formats.set(key, made)
  return made
}
