import type { Calendar } from './calendar.ts'
import { type Clock, lastSpan } from './clocks.ts'
import { addDays, type Day, yearOf, zoneName } from './day.ts'
import { formatDay, formatRange, formatShortDay, type Locale, mergeDays } from './day-words.ts'
import { type Due, dueOf, lastRun } from './due.ts'
import { countWorkingDays } from './working-days.ts'

const words = {
  id: {
    due: 'tenggat',
    skipping: 'melewati',
    weekend: 'akhir pekan',
    stopped: (days: string) => `penghitungan berhenti ${days}`,
    paused: (day: string, left: number) => `penghitungan berhenti sejak ${day}, tersisa ${left} hari kerja`,
    overdue: (day: string) => `lewat tenggat sejak ${day}`,
    calendarDays: (count: number) => `${count} hari kalender`,
    undecreed: (years: string) => `libur nasional dan cuti bersama ${years} belum ditetapkan`,
    at: 'pukul 24.00',
  },
  en: {
    due: 'due',
    skipping: 'skipping',
    weekend: 'weekend',
    stopped: (days: string) => `the count stopped ${days}`,
    paused: (day: string, left: number) =>
      `the count stopped on ${day} with ${left} working ${left === 1 ? 'day' : 'days'} left`,
    overdue: (day: string) => `overdue since ${day}`,
    calendarDays: (count: number) => `${count} calendar days`,
    undecreed: (years: string) => `national holidays and collective leave for ${years} are not decided yet`,
    at: 'at 24:00',
  },
}

/**
 * Why a clock ends when it ends, as one sentence without a full stop: "tenggat Kamis 22 Januari 2026 — melewati
 * 16 Jan (Isra Mi'raj), 17–18 Jan (akhir pekan)". Names pauses, a deadline already missed and years without a decree.
 */
export function explainDeadline(clock: Clock, calendar: Calendar, locale: Locale): string {
  const due = dueOf(clock, calendar)
  const t = words[locale]
  const notes = [...pauses(clock, due, locale)]
  if (clock.overdueAt) notes.push(t.overdue(formatDay(clock.overdueAt, locale)))
  if (clock.kind !== 'reopen') notes.push(...undecreed(clock, due.dueDay, calendar, locale))
  if (due.paused) return [pausedNote(clock, calendar, locale), ...notes].join('; ')
  const skipped = skippedList(due, locale)
  const reason = clock.kind === 'reopen' ? t.calendarDays(clock.allowance) : skipped && `${t.skipping} ${skipped}`
  const sentence = `${t.due} ${formatDay(due.dueDay, locale)}${reason ? ` — ${reason}` : ''}`
  return [sentence, ...notes].join('; ')
}

/** 'Kamis 22 Januari 2026 pukul 24.00 WIB' */
export function formatDue(due: Pick<Due, 'dueDay' | 'zone'>, locale: Locale): string {
  return `${formatDay(due.dueDay, locale)} ${words[locale].at} ${zoneName(due.zone)}`
}

function skippedList(due: Due, locale: Locale): string {
  const labelled = due.skipped.map(({ day, names }) => ({ day, label: names.join(' / ') || words[locale].weekend }))
  return mergeDays(labelled)
    .map(({ from, to, label }) => `${formatRange(from, to, locale, yearOf(due.dueDay))} (${label})`)
    .join(', ')
}

/** Days that no span covers: the day of the pause is counted, the day of resuming is day 0 again. */
function pauses(clock: Clock, due: Due, locale: Locale): string[] {
  const ranges = clock.spans.flatMap((span, index) => {
    const next = clock.spans[index + 1]
    if (!next || span.to === null || next.from <= span.to) return []
    return [formatRange(addDays(span.to, 1), next.from, locale, yearOf(due.dueDay))]
  })
  return ranges.length > 0 ? [words[locale].stopped(ranges.join(', '))] : []
}

function pausedNote(clock: Clock, calendar: Calendar, locale: Locale): string {
  const span = lastSpan(clock)
  const day = span.to ?? span.from
  const left = lastRun(clock, calendar).granted - countWorkingDays(span.from, day, calendar, span.scope)
  return words[locale].paused(formatDay(day, locale), Math.max(0, left))
}

function undecreed(clock: Clock, dueDay: Day, calendar: Calendar, locale: Locale): string[] {
  const first = clock.spans[0]?.from ?? dueDay
  const years: number[] = []
  for (let year = yearOf(first); year <= yearOf(dueDay); year += 1) if (!calendar.decreed.has(year)) years.push(year)
  return years.length > 0 ? [words[locale].undecreed(years.join(', '))] : []
}

/** The sentence for a day off: '16 Jan (Isra Mi'raj)'. */
export function namedDay(day: Day, name: string, locale: Locale, expectedYear: number): string {
  return `${formatShortDay(day, locale, expectedYear)} (${name})`
}
