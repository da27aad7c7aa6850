import type { Stage } from '../lifecycle.ts'
import type { Calendar } from './calendar.ts'
import { type Clock, lastSpan } from './clocks.ts'
import { type Day, dayOf, daysBetween, yearOf } from './day.ts'
import { formatDay, formatShortDay, type Locale, weekdayName } from './day-words.ts'
import { type Due, dueOf, type Progress, progressOf } from './due.ts'
import { addWorkingDays } from './working-days.ts'

const words = {
  id: {
    none: 'tidak ada tenggat yang berjalan',
    merged: 'tenggat mengikuti laporan gabungannya',
    nth: (n: number, total: number) => `hari kerja ke-${n} dari ${total}`,
    nthCalendar: (n: number, total: number) => `hari ke-${n} dari ${total}`,
    begins: (total: number, day: string) => `${total} hari kerja, dihitung mulai ${day}`,
    late: (days: number) => (days > 0 ? `lewat tenggat ${days} hari kerja` : 'lewat tenggat'),
    over: 'waktu sudah habis',
    off: (day: string, name: string) => `${day} libur ${name}`,
    due: (day: string) => `tenggat ${day}`,
    cut: (day: string) => `pita dimulai ${day}, yang lebih lama ada di riwayat`,
  },
  en: {
    none: 'no deadline is running',
    merged: 'the deadline is that of the report it was merged with',
    nth: (n: number, total: number) => `working day ${n} of ${total}`,
    nthCalendar: (n: number, total: number) => `day ${n} of ${total}`,
    begins: (total: number, day: string) => `${total} working days, counted from ${day}`,
    late: (days: number) => (days > 0 ? `overdue by ${days} working ${days === 1 ? 'day' : 'days'}` : 'overdue'),
    over: 'the time has run out',
    off: (day: string, name: string) => `${day} is off: ${name}`,
    due: (day: string) => `due ${day}`,
    cut: (day: string) => `the ribbon begins on ${day}, what came before is in the history`,
  },
}

type Source = { stage: Stage; calendar: Calendar; now: Date; locale: Locale }

/**
 * "hari kerja ke-3 dari 5; Jumat libur Isra Mi'raj; tenggat Kamis 22 Januari 2026"
 * @param begins the first day drawn, where days before it are left out
 */
export function ribbonText(clock: Clock | null, source: Source, begins?: Day): string {
  const { stage, calendar, now, locale } = source
  const t = words[locale]
  const cut = begins ? [t.cut(formatDay(begins, locale))] : []
  if (!clock) return [stage === 'merged' ? t.merged : t.none, ...cut].join('; ')
  const due = dueOf(clock, calendar)
  const progress = progressOf(clock, calendar, now)
  const today = dayOf(now, due.zone)
  return [
    position(clock, progress, calendar, locale),
    ...(progress.ranOut ? [] : holidaysAhead(due, today, locale)),
    t.due(formatDay(due.dueDay, locale)),
    ...cut,
  ].join('; ')
}

function position(clock: Clock, progress: Progress, calendar: Calendar, locale: Locale): string {
  const t = words[locale]
  const { from, scope } = lastSpan(clock)
  if (progress.overdue) return t.late(progress.overdueWorkingDays)
  if (progress.ranOut) return t.over
  if (clock.kind === 'reopen') return t.nthCalendar(progress.workingDay, progress.total)
  if (progress.workingDay > 0) return t.nth(progress.workingDay, progress.total)
  return t.begins(progress.total, formatDay(addWorkingDays(from, 1, calendar, scope), locale))
}

/** Named days off from today to the deadline: 'Jumat libur …' within the week, 'Senin 26 Jan libur …' after it. */
function holidaysAhead(due: Due, today: Day, locale: Locale): string[] {
  return due.skipped
    .filter((skipped) => skipped.day >= today && skipped.names.length > 0)
    .map(({ day, names }) => {
      const near = daysBetween(today, day) < 7
      const date = near ? '' : ` ${formatShortDay(day, locale, yearOf(due.dueDay))}`
      return words[locale].off(`${weekdayName(day, locale)}${date}`, names.join(' / '))
    })
}
