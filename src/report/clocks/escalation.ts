import type { Calendar } from './calendar.ts'
import { type Clock, lastSpan } from './clocks.ts'
import { addDays, type Day, dayOf, endOfDay, type Zone } from './day.ts'
import { dueOf, lastRun } from './due.ts'
import type { ClockPolicy } from './policy.ts'
import { addWorkingDays } from './working-days.ts'

/** Who hears of an overdue B, in this order. */
export const escalationLevels = ['unit', 'coordinator', 'desk', 'supervisors'] as const
export type EscalationLevel = (typeof escalationLevels)[number]

/** `day`: its 24:00 in the office's zone is `at`, the instant at which the level hears of it. */
export type Escalation = { level: EscalationLevel; day: Day; at: Date }

/**
 * When each level hears of this B if it stays unanswered: with the deadline, then so many working days after it.
 * Days late before a pause count; a level that was reached before it falls due with the new deadline at once.
 */
export function escalationsOf(clock: Clock, calendar: Calendar, policy: ClockPolicy): Escalation[] {
  const { zone, scope } = lastSpan(clock)
  const { dueDay } = dueOf(clock, calendar)
  const lateBefore = clock.overdueAt ? lastRun(clock, calendar).lateBefore : 0
  return escalationLevels.map((level) => {
    const day = addWorkingDays(dueDay, Math.max(0, policy.escalation[level] - lateBefore), calendar, scope)
    return { level, day, at: endOfDay(day, zone) }
  })
}

/** The levels that must have heard by `now`; none unless it is a B that runs. */
export function escalationsReached(
  clock: Clock,
  calendar: Calendar,
  policy: ClockPolicy,
  now: Date,
): EscalationLevel[] {
  if (clock.kind !== 'answer' || clock.state !== 'running') return []
  return escalationsOf(clock, calendar, policy)
    .filter((escalation) => escalation.at <= now)
    .map((escalation) => escalation.level)
}

/**
 * From when on the reporter of a report that is still unresolved is offered the Ombudsman; only consent hands it over.
 * @param filedAt receipt of the report @param zone of the office that owes the answer
 */
export function ombudsmanOfferAt(filedAt: Date, zone: Zone, policy: ClockPolicy): Date {
  return endOfDay(addDays(dayOf(filedAt, zone), policy.ombudsman), zone)
}
