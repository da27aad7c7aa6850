import { type Calendar, type Holiday, holidaysOn, isWeekend } from './calendar.ts'
import { type Clock, lastSpan } from './clocks.ts'
import { addDays, type Day, laterDay, yearOf } from './day.ts'
import { formatDay, type Locale } from './day-words.ts'
import { dueOf } from './due.ts'
import { namedDay } from './explain.ts'

/** What a new calendar changes for a deadline. `added`: weekdays that are off now; `removed`: weekdays that count again. */
export type Moved = { oldDue: Day; newDue: Day; added: Holiday[]; removed: Holiday[] }

/** How an open clock moves from one calendar to another; null when its deadline stays, or when it has ended. */
export function movedBy(clock: Clock, before: Calendar, after: Calendar): Moved | null {
  if (clock.state === 'ended') return null
  const oldDue = dueOf(clock, before).dueDay
  const newDue = dueOf(clock, after).dueDay
  if (oldDue === newDue) return null
  const { scope } = lastSpan(clock)
  const moved: Moved = { oldDue, newDue, added: [], removed: [] }
  const first = clock.spans[0]?.from ?? oldDue
  for (let day = addDays(first, 1); day <= laterDay(oldDue, newDue); day = addDays(day, 1)) {
    if (isWeekend(day)) continue
    const was = holidaysOn(day, scope, before)
    const is = holidaysOn(day, scope, after)
    if (was.length === 0 && is.length > 0) moved.added.push(...is.slice(0, 1))
    if (was.length > 0 && is.length === 0) moved.removed.push(...was.slice(0, 1))
  }
  return moved
}

/**
 * "Tenggat mundur dari Kamis 22 Januari 2026 ke Jumat 23 Januari 2026: 20 Jan (…) kini libur." One sentence for the
 * report's page, so that no promised deadline moves silently.
 */
export function whyMoved(moved: Moved, locale: Locale): string {
  const later = moved.newDue > moved.oldDue
  const [from, to] = [formatDay(moved.oldDue, locale), formatDay(moved.newDue, locale)]
  const list = (days: Holiday[]) =>
    days.map((holiday) => namedDay(holiday.day, holiday.name, locale, yearOf(moved.newDue))).join(', ')
  const reasons: string[] = []
  if (locale === 'id') {
    if (moved.added.length > 0) reasons.push(`${list(moved.added)} kini libur`)
    if (moved.removed.length > 0) reasons.push(`${list(moved.removed)} kini hari kerja`)
    return `Tenggat ${later ? 'mundur' : 'maju'} dari ${from} ke ${to}: ${reasons.join('; ') || 'kalender libur berubah'}.`
  }
  const areNow = (days: Holiday[]) => (days.length === 1 ? 'is now' : 'are now')
  if (moved.added.length > 0) reasons.push(`${list(moved.added)} ${areNow(moved.added)} off`)
  if (moved.removed.length > 0) reasons.push(`${list(moved.removed)} ${areNow(moved.removed)} working time`)
  const change = reasons.join('; ') || 'the holiday calendar changed'
  return `The deadline moved to ${later ? 'a later' : 'an earlier'} day, from ${from} to ${to}: ${change}.`
}
