import { currentClock } from './clocks/advance.ts'
import { type Clock, lastSpan } from './clocks/clocks.ts'
import { endOfDay } from './clocks/day.ts'
import { dueOf, isOwedByOffice } from './clocks/due.ts'
import { escalationsOf } from './clocks/escalation.ts'
import type { Stage } from './lifecycle.ts'
import type { Rules } from './rules.ts'

/** What deadlines are reckoned by. */
type Reckoning = Pick<Rules, 'policy' | 'calendar'>

/**
 * The stored index of the deadlines: what runs now, since when an office is late, and when somebody higher hears of it.
 * A merged report has its parent's deadlines and none of its own.
 * @param known.escalation levels that have heard of this clock B already @param known.at the moment of reckoning
 */
export function deadlines(
  clocks: Clock[],
  stage: Stage,
  rules: Reckoning,
  known: { escalation?: number; at?: Date } = {},
) {
  const clock = stage === 'closed' ? null : currentClock(clocks, stage)
  const due = clock && dueOf(clock, rules.calendar)
  const levels = clock?.kind === 'answer' ? escalationsOf(clock, rules.calendar, rules.policy) : []
  return {
    clocks,
    due_at: due?.dueAt ?? null,
    due_day: due?.dueDay ?? null,
    calendar: rules.calendar.version,
    escalate_at: levels[known.escalation ?? 0]?.at ?? null,
    overdue_since: stage === 'merged' ? null : overdueSince(clocks, clock, rules, known.at),
  }
}

/** The end of the day that an office missed, kept through a pause; null when none is late. */
function overdueSince(clocks: Clock[], running: Clock | null, rules: Reckoning, at?: Date): Date | null {
  const missed = clocks.findLast((clock) => clock.state !== 'ended' && clock.overdueAt)
  if (missed?.overdueAt) return endOfDay(missed.overdueAt, lastSpan(missed).zone)
  if (!running || !at || !isOwedByOffice(running.kind)) return null
  const { dueAt } = dueOf(running, rules.calendar)
  return dueAt <= at ? dueAt : null
}

/** How many clocks B a report has had so far: the number of the newest. */
export function answerClocks(clocks: readonly Clock[]): number {
  return clocks.filter((clock) => clock.kind === 'answer').length
}
