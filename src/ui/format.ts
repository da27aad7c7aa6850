import { type Day, type Zone, zoneName } from '../report/clocks/day.ts'
import { type Locale, languageTag } from './locale.ts'
import { wordsIn } from './words/index.ts'

/** 'Kamis, 22 Januari 2026' */
export function longDay(locale: Locale, day: Day): string {
  return dayFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(noon(day))
}

/** '22 Jan 2026' */
export function shortDay(locale: Locale, day: Day): string {
  return dayFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(noon(day))
}

/** 'Kam 22 Jan', for narrow places where the year is plain. */
export function tinyDay(locale: Locale, day: Day): string {
  return dayFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' }).format(noon(day)).replace(',', '')
}

/** '22 Januari 2026, 14.05 WITA' in the civil time of `zone`. */
export function longMoment(locale: Locale, at: Date, zone: Zone): string {
  const date = zoned(locale, zone, { day: 'numeric', month: 'long', year: 'numeric' }).format(at)
  return `${date}, ${clockTime(locale, at, zone)}`
}

/** '14.05 WITA' (Indonesian) or '14:05 WITA' (English). */
export function clockTime(locale: Locale, at: Date, zone: Zone): string {
  const time = zoned(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
  return `${time} ${zoneName(zone)}`
}

/** '1.389.891' (Indonesian) or '1,389,891' (English). */
export function count(locale: Locale, n: number): string {
  return numberFormat(locale, {}).format(n)
}

/** A share between 0 and 1 as '58%'. */
export function percent(locale: Locale, share: number): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** '2 hari kerja lagi', 'hari ini hari terakhir', 'lewat 3 hari kerja'. `remaining`: whole working days, below 0 when overdue. */
export function remainingText(locale: Locale, remaining: number): string {
  const t = wordsIn(locale)
  if (remaining > 0) return t.time_left(remaining)
  if (remaining === 0) return t.time_last_day
  return t.time_over(-remaining)
}

/** 'hari ini', 'kemarin', '12 hari lalu', in calendar days (0 or more). */
export function ageText(locale: Locale, calendarDays: number): string {
  const t = wordsIn(locale)
  if (calendarDays <= 0) return t.time_today
  return calendarDays === 1 ? t.time_yesterday : t.time_days_ago(calendarDays)
}

const formats = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

function dayFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return remembered(
    `d${locale}${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(languageTag[locale], { ...options, timeZone: 'UTC' }),
  )
}

function zoned(locale: Locale, timeZone: Zone, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return remembered(
    `z${locale}${timeZone}${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(languageTag[locale], { ...options, timeZone }),
  )
}

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return remembered(`n${locale}${JSON.stringify(options)}`, () => new Intl.NumberFormat(languageTag[locale], options))
}

function remembered<F extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => F): F {
  const known = formats.get(key)
  if (known) return known as F
  const made = make()
  formats.set(key, made)
  return made
}

function noon(day: Day): Date {
  return new Date(`${day}T12:00:00Z`)
}
