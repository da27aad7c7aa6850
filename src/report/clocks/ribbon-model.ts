import type { Move, Stage } from '../lifecycle.ts'
import { currentClock } from './advance.ts'
import type { Calendar } from './calendar.ts'
import { type Clock, type ClockKind, lastSpan, nationalDesk } from './clocks.ts'
import { type Day, dayOf, endOfDay, laterDay, type Zone } from './day.ts'
import type { Locale } from './day-words.ts'
import { dueOf, isOwedByOffice, lastRun, progressOf } from './due.ts'
import { type RibbonDay, ribbonDays } from './ribbon-days.ts'
import { ribbonText } from './ribbon-text.ts'
import { countWorkingDays } from './working-days.ts'

export type { RibbonDay } from './ribbon-days.ts'

/**
 * A stretch in which a clock ran: days `from`…`to`, both drawn; `from` is day 0. `open`: still running, `to` is then its
 * deadline or today. `before`: days this clock had used before the stretch; `due`: the last day in time, as it stood in it.
 */
export type RibbonSpan = {
  clock: ClockKind
  from: Day
  to: Day
  open: boolean
  overdue: boolean
  before: number
  due: Day
}

/** The moves of one day, in order; drawn as a dot on that day. */
export type RibbonDot = { day: Day; moves: Move[] }

/** The deadline that runs now; `at` is its 24:00. */
export type RibbonFlag = { day: Day; at: Date; clock: ClockKind; overdue: boolean }

/**
 * The working-day ribbon of one report, ready to draw: every span and dot lies on a day of `days`, and so does the flag
 * unless the ribbon begins after it. A very long life keeps its latest days, and `text` says from when.
 * `today` is marked only when it lies within. `text` is the equivalent for those who do not see it.
 */
export type RibbonModel = {
  days: RibbonDay[]
  spans: RibbonSpan[]
  dots: RibbonDot[]
  flag: RibbonFlag | null
  text: string
}

/** `events`: only those the reader may see, oldest first. Days are civil days where the latest clock is counted. */
export type RibbonSource = {
  clocks: readonly Clock[]
  stage: Stage
  events: readonly { move: Move; at: Date }[]
  calendar: Calendar
  now: Date
  locale: Locale
}

export function ribbonModel(source: RibbonSource): RibbonModel {
  const { clocks, calendar, now } = source
  const current = currentClock(clocks, source.stage)
  const latest = current ?? clocks.at(-1)
  const zone = latest ? lastSpan(latest).zone : nationalDesk.zone
  const today = dayOf(now, zone)
  const spans = clocks.flatMap((clock) => spansOf(clock, calendar, now))
  // An event with a date that has not come, as another system may have written it, is nowhere on the line.
  const tonight = endOfDay(today, zone)
  const dots = dotsOf(
    source.events.filter(({ at }) => at < tonight),
    zone,
  )
  const flag = current && flagOf(current, calendar, now)
  const marks = [...spans.flatMap((span) => [span.from, span.to]), ...dots.map((dot) => dot.day)]
  if (flag) marks.push(flag.day)
  if (isWatched(current, calendar, now) || marks.length === 0) marks.push(today)
  const days = ribbonDays(marks, clocks, calendar, today)
  const begins = days[0]?.day ?? today
  const isCut = marks.some((day) => day < begins)
  return {
    days,
    spans: isCut ? spans.flatMap((span) => spanFrom(span, begins, source)) : spans,
    dots: dots.filter(({ day }) => day >= begins),
    flag,
    text: ribbonText(current, source, isCut ? begins : undefined),
  }
}

/** What is left of a stretch on a ribbon that begins later than it: the days before count, and are not drawn. */
function spanFrom(span: RibbonSpan, begins: Day, { clocks, calendar }: RibbonSource): RibbonSpan[] {
  if (span.from >= begins) return [span]
  if (span.to < begins) return []
  const scope = clocks.flatMap((clock) => clock.spans).find(({ from }) => from === span.from)?.scope ?? null
  return [{ ...span, from: begins, before: span.before + countWorkingDays(span.from, begins, calendar, scope) }]
}

/** A window that has closed does not draw the ribbon out to today; a deadline that an office missed does. */
function isWatched(clock: Clock | null, calendar: Calendar, now: Date): boolean {
  return clock !== null && (isOwedByOffice(clock.kind) || !progressOf(clock, calendar, now).ranOut)
}

function spansOf(clock: Clock, calendar: Calendar, now: Date): RibbonSpan[] {
  const due = dueOf(clock, calendar)
  const { overdue } = progressOf(clock, calendar, now)
  return clock.spans.map(({ from, to }, index) => ({
    clock: clock.kind,
    from,
    to: to ?? (overdue ? laterDay(due.dueDay, dayOf(now, due.zone)) : due.dueDay),
    open: to === null,
    overdue: overdue && index === clock.spans.length - 1,
    before: lastRun(upTo(clock, index), calendar).usedBefore,
    due: dueOf(upTo(clock, index), calendar).dueDay,
  }))
}

/** The clock as it was in its n-th stretch. */
function upTo(clock: Clock, index: number): Clock {
  if (index === clock.spans.length - 1) return clock
  return { ...clock, spans: clock.spans.slice(0, index + 1), settled: undefined }
}

function dotsOf(events: RibbonSource['events'], zone: Zone): RibbonDot[] {
  const byDay = new Map<Day, Move[]>()
  for (const { move, at } of events) {
    const day = dayOf(at, zone)
    byDay.set(day, [...(byDay.get(day) ?? []), move])
  }
  return [...byDay].map(([day, moves]) => ({ day, moves })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

function flagOf(clock: Clock, calendar: Calendar, now: Date): RibbonFlag {
  const due = dueOf(clock, calendar)
  return { day: due.dueDay, at: due.dueAt, clock: clock.kind, overdue: progressOf(clock, calendar, now).overdue }
}
