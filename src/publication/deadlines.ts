import type { Calendar } from '../report/clocks/calendar.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import type { Stage } from '../report/lifecycle.ts'
import type { Locale } from '../report/clocks/day-words.ts'
import { dueOf, progressOf } from '../report/clocks/due.ts'
import { explainDeadline } from '../report/clocks/explain.ts'
import type { Deadline } from './api-schemas.ts'

type Clocked = { stage: Stage; clocks: readonly Clock[] }

/**
 * The deadlines that still run or wait, oldest first: one for each clock A, B and C that has not ended. A merged report
 * has none of its own: its parent's are its parent's to tell.
 */
export function deadlinesOf({ stage, clocks }: Clocked, calendar: Calendar, now: Date, locale: Locale): Deadline[] {
  if (stage === 'merged') return []
  return clocks.flatMap((clock) => {
    if (clock.state === 'ended' || clock.kind === 'hold' || clock.kind === 'reopen') return []
    const due = dueOf(clock, calendar)
    const progress = progressOf(clock, calendar, now)
    return [
      {
        clock: clock.kind,
        dueAt: due.dueAt.toISOString(),
        dueDay: due.dueDay,
        zone: due.zone,
        workingDays: progress.total,
        remaining: progress.remaining,
        paused: progress.paused,
        overdue: progress.overdue,
        explanation: explainDeadline(clock, calendar, locale),
      },
    ]
  })
}

/** Whether an office has let its time run out: a clock A or B that has not ended is over, or was when it was paused. */
export function isOverdue({ stage, clocks }: Clocked, calendar: Calendar, now: Date): boolean {
  return (
    stage !== 'merged' && clocks.some((clock) => clock.state !== 'ended' && progressOf(clock, calendar, now).overdue)
  )
}
