import { addDays, type Day, weekday, yearOf } from './day.ts'

/** The language of a sentence; the same two as the pages'. */
export type Locale = 'id' | 'en'

const weekdays: Record<Locale, readonly string[]> = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

const months: Record<Locale, readonly string[]> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

const shortMonths: Record<Locale, readonly string[]> = {
  id: 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
}

/** 'Kamis 22 Januari 2026' */
export function formatDay(day: Day, locale: Locale): string {
  return `${weekdayName(day, locale)} ${dateOf(day)} ${months[locale][monthOf(day)]} ${yearOf(day)}`
}

/** 'Kamis' */
export function weekdayName(day: Day, locale: Locale): string {
  return weekdays[locale][weekday(day)] ?? ''
}

/** '16 Jan', or '16 Jan 2027' when the reader expects another year. */
export function formatShortDay(day: Day, locale: Locale, expectedYear: number): string {
  const year = yearOf(day) === expectedYear ? '' : ` ${yearOf(day)}`
  return `${dateOf(day)} ${shortMonths[locale][monthOf(day)]}${year}`
}

/** '17–18 Jan', '30 Jan–1 Feb', '31 Des 2026–3 Jan 2027'; a range of one day is that day. */
export function formatRange(from: Day, to: Day, locale: Locale, expectedYear: number): string {
  if (from === to) return formatShortDay(to, locale, expectedYear)
  const end = formatShortDay(to, locale, expectedYear)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dateOf(from)}–${end}`
  return `${formatShortDay(from, locale, yearOf(from) === yearOf(to) ? yearOf(from) : expectedYear)}–${end}`
}

/** Neighbouring days with the same label, as ranges in order. */
export function mergeDays(days: readonly { day: Day; label: string }[]): { from: Day; to: Day; label: string }[] {
  const ranges: { from: Day; to: Day; label: string }[] = []
  for (const { day, label } of days) {
    const last = ranges.at(-1)
    if (last && last.label === label && addDays(last.to, 1) === day) last.to = day
    else ranges.push({ from: day, to: day, label })
  }
  return ranges
}

function dateOf(day: Day): number {
  return Number(day.slice(8))
}

function monthOf(day: Day): number {
  return Number(day.slice(5, 7)) - 1
}
