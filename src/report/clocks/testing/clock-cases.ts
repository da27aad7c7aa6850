import fc from 'fast-check'
import { type Calendar, makeCalendar } from '../calendar.ts'
import { type Clock, pause, resume, start } from '../clocks.ts'
import { type Day, dayOf, type Zone, zones } from '../day.ts'
import { dueOf, progressOf } from '../due.ts'
import { ancestorsFrom } from './ancestors.ts'
import { type NaiveRun, naiveClock } from './naive-clock.ts'
import { dayTable, type NaiveScope, naiveIndex, naiveScopes, naiveTables } from './naive-days.ts'

const first = Date.UTC(2024, 0, 2)
const minuteMs = 60_000

export const zone = fc.constantFrom<Zone>(...zones)
export const scope = fc.constantFrom<NaiveScope>(...naiveScopes)
/** Any minute of two years, the minutes around midnight in each zone more often than others. */
export const instant = fc.oneof(
  fc.integer({ min: 0, max: 730 * 1440 }).map((minutes) => new Date(first + minutes * minuteMs)),
  fc
    .tuple(fc.integer({ min: 0, max: 729 }), fc.integer({ min: 14, max: 17 }), fc.integer({ min: -1, max: 1 }))
    .map(([days, hours, minutes]) => new Date(first + ((days * 24 + hours) * 60 + minutes) * minuteMs)),
)
export const offDays = fc.array(fc.record({ index: fc.integer({ min: 0, max: 800 }), scope }), { maxLength: 12 })

export const clockCase = fc.record({
  off: offDays,
  allowance: fc.integer({ min: 0, max: 12 }),
  begin: fc.record({ at: instant, zone, scope }),
  /** A pause and a resumption each: the minutes until the pause, the minutes it lasts, the offices' zones. */
  stops: fc.array(
    fc.record({
      runMinutes: fc.integer({ min: 0, max: 14 * 1440 }),
      stopMinutes: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 14 * 1440 })),
      pausedIn: zone,
      resumedIn: zone,
      scope,
      atLeast: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 4 },
  ),
  laterMinutes: fc.integer({ min: 0, max: 40 * 1440 }),
})
export type ClockCase = typeof clockCase extends fc.Arbitrary<infer Case> ? Case : never

export function calendarOf(off: readonly { index: number; scope: NaiveScope }[]): Calendar {
  return makeCalendar({
    holidays: off.map(({ index, scope }) => ({
      day: dayTable[index] as Day,
      name: 'libur',
      kind: scope === null ? 'national' : 'closure',
      scope,
    })),
    ancestors: ancestorsFrom(
      new Map<string, string | null>([
        ['dinas', 'kota'],
        ['kota', 'prov'],
        ['prov', null],
        ['lain', null],
      ]),
    ),
  })
}

/** What the clocks say of a case, to lay beside `naiveAnswer`. */
export function ourAnswer({ off, allowance, begin, stops, laterMinutes }: ClockCase) {
  const calendar = calendarOf(off)
  let at = begin.at.getTime()
  let clock: Clock = start('answer', allowance, dayOf(begin.at, begin.zone), begin)
  for (const stop of stops) {
    at += stop.runMinutes * minuteMs
    clock = pause(clock, dayOf(new Date(at), stop.pausedIn))
    at += stop.stopMinutes * minuteMs
    clock = resume(
      clock,
      dayOf(new Date(at), stop.resumedIn),
      { zone: stop.resumedIn, scope: stop.scope },
      stop.atLeast,
    )
  }
  const now = new Date(at + laterMinutes * minuteMs)
  const { dueDay, dueAt } = dueOf(clock, calendar)
  const progress = progressOf(clock, calendar, now)
  return {
    due: dueDay,
    inTime: now < dueAt,
    workingDay: progress.workingDay,
    remaining: progress.remaining,
    late: progress.overdue ? progress.overdueWorkingDays : 0,
  }
}

export function naiveAnswer({ off, allowance, begin, stops, laterMinutes }: ClockCase): ReturnType<typeof ourAnswer> {
  let at = begin.at.getTime()
  const runs: NaiveRun[] = [{ from: naiveIndex(begin.at, begin.zone), to: null, scope: begin.scope, atLeast: 0 }]
  let lastZone = begin.zone
  for (const stop of stops) {
    at += stop.runMinutes * minuteMs
    const open = runs[runs.length - 1] as NaiveRun
    open.to = Math.max(open.from, naiveIndex(new Date(at), stop.pausedIn))
    at += stop.stopMinutes * minuteMs
    const from = Math.max(open.to, naiveIndex(new Date(at), stop.resumedIn))
    runs.push({ from, to: null, scope: stop.scope, atLeast: stop.atLeast })
    lastZone = stop.resumedIn
  }
  const today = naiveIndex(new Date(at + laterMinutes * minuteMs), lastZone)
  const { due, tokens, taken, debts } = naiveClock(allowance, runs, today, naiveTables(off))
  const inTime = (dayTable[today] as Day) <= due
  return { due, inTime, workingDay: taken, remaining: Math.max(0, tokens), late: inTime ? 0 : debts }
}
