import { type Calendar, holidayNames, isWeekend } from './calendar.ts'
import { type Clock, type ClockKind, lastSpan, type Office } from './clocks.ts'
import { addDays, type Day, dayOf, daysBetween, endOfDay, type Zone } from './day.ts'
import { addWorkingDays, countWorkingDays } from './working-days.ts'

/** A day that a clock did not count; no names: a plain weekend. */
export type Skipped = { day: Day; names: string[]; weekend: boolean }

/**
 * When a clock runs out. `dueAt` is 24:00 of `dueDay` in `zone`: that instant is already too late.
 * Paused: the deadline as it stood before the pause, not one to act on. Ended: the deadline as it stood at the end.
 */
export type Due = { dueDay: Day; dueAt: Date; zone: Zone; paused: boolean; skipped: Skipped[] }

/**
 * How far a clock is. `workingDay` n of `total`, as in "hari kerja ke-3 dari 5" (calendar days for `reopen`), 0 on day 0;
 * `remaining`: whole days after today, 0 on the last day. `ranOut`: the time is over. `overdue`: an office let it run
 * out (A and B only), now or before a pause. `overdueWorkingDays`: 0 on the first day after.
 */
export type Progress = {
  workingDay: number
  total: number
  remaining: number
  overdue: boolean
  ranOut: boolean
  paused: boolean
  overdueWorkingDays: number
}

export function dueOf(clock: Clock, calendar: Calendar): Due {
  const span = lastSpan(clock)
  const { granted } = lastRun(clock, calendar)
  const dueDay = clock.settled ?? addCounted(clock.kind, span.from, granted, calendar, span)
  return {
    dueDay,
    dueAt: endOfDay(dueDay, span.zone),
    zone: span.zone,
    paused: clock.state === 'paused',
    // Most callers ask for the deadline alone, and a sweep asks for a hundred thousand of them.
    get skipped() {
      return clock.kind === 'reopen' ? [] : skippedBy(clock, dueDay, calendar)
    },
  }
}

export function progressOf(clock: Clock, calendar: Calendar, now: Date): Progress {
  const span = lastSpan(clock)
  const run = lastRun(clock, calendar)
  const usedNow = counted(clock.kind, span.from, span.to ?? dayOf(now, span.zone), calendar, span)
  const running = clock.state === 'running'
  const ranOut = clock.overdueAt !== undefined || (running && now >= dueOf(clock, calendar).dueAt)
  const overdue = ranOut && isOwedByOffice(clock.kind)
  return {
    workingDay: run.usedBefore + usedNow,
    total: run.granted > 0 ? Math.max(clock.allowance, run.usedBefore + run.granted) : clock.allowance,
    remaining: Math.max(0, run.granted - usedNow),
    overdue,
    ranOut,
    paused: clock.state === 'paused',
    overdueWorkingDays: overdue ? run.lateBefore + Math.max(0, usedNow - run.granted) : 0,
  }
}

/** Only A and B can be overdue: on the others a person may stay silent, and then something else happens. */
export function isOwedByOffice(kind: ClockKind): boolean {
  return kind === 'verify' || kind === 'answer'
}

/**
 * The last span: days `granted` to it = max(0, allowance − days used before it), or its `atLeast`;
 * `usedBefore` and `lateBefore`: days used, and used too much, in the spans before.
 */
export function lastRun(clock: Clock, calendar: Calendar): { granted: number; usedBefore: number; lateBefore: number } {
  let left = clock.allowance
  let usedBefore = 0
  let lateBefore = 0
  for (const span of clock.spans.slice(0, -1)) {
    const granted = Math.max(0, left, span.atLeast ?? 0)
    const used = span.to === null ? 0 : counted(clock.kind, span.from, span.to, calendar, span)
    left = granted - used
    usedBefore += used
    lateBefore += Math.max(0, -left)
  }
  return { granted: Math.max(0, left, lastSpan(clock).atLeast ?? 0), usedBefore, lateBefore }
}

function counted(kind: ClockKind, after: Day, through: Day, calendar: Calendar, office: Office): number {
  if (kind === 'reopen') return Math.max(0, daysBetween(after, through))
  return countWorkingDays(after, through, calendar, office.scope)
}

function addCounted(kind: ClockKind, from: Day, count: number, calendar: Calendar, office: Office): Day {
  return kind === 'reopen' ? addDays(from, count) : addWorkingDays(from, count, calendar, office.scope)
}

function skippedBy(clock: Clock, dueDay: Day, calendar: Calendar): Skipped[] {
  const last = lastSpan(clock)
  return clock.spans.flatMap((span) => {
    const through = span === last ? dueDay : (span.to ?? dueDay)
    const days: Skipped[] = []
    for (let day = addDays(span.from, 1); day <= through; day = addDays(day, 1)) {
      const names = holidayNames(day, span.scope, calendar)
      const weekend = isWeekend(day)
      if (weekend || names.length > 0) days.push({ day, names, weekend })
    }
    return days
  })
}
