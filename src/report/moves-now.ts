import type { Actor } from './actor.ts'
import { currentClock, mayHold } from './clocks/advance.ts'
import { lastSpan, nationalDesk } from './clocks/clocks.ts'
import { dueOf } from './clocks/due.ts'
import { ombudsmanOfferAt } from './clocks/escalation.ts'
import { allowedMoves, type Move } from './lifecycle.ts'
import type { ReportRow } from './move.ts'
import type { Rules } from './rules.ts'

/** Bounces after which only the national desk forwards, and after which nobody returns (domain, section 5: return). */
export const bounceLimits = { deskOnly: 2, inAll: 3 } as const

/** What this actor may do with the report now: by the table, and by the rules that look at the report itself. */
export function movesNow(report: ReportRow, actor: Actor, rules: Rules, now: Date): Move[] {
  if (report.erased_at) return []
  return allowedMoves(report.stage, actor.role).filter((move) => fits[move]?.(report, actor, rules, now) ?? true)
}

type Fits = (report: ReportRow, actor: Actor, rules: Rules, now: Date) => boolean

const fits: Partial<Record<Move, Fits>> = {
  hold: (report) => mayHold(report.clocks, report.stage),
  archive: (report) => report.stage !== 'on_hold' || report.resume_stage === 'received',
  object: (report) => !report.objected,
  forward: (report, actor) =>
    !report.accused_unresolved &&
    (actor.role !== 'coordinator' || report.bounces < bounceLimits.deskOnly || report.accused_desk === true),
  return: (report, actor) => report.bounces < bounceLimits.inAll && !report.returned_by.includes(actor.agencyId ?? ''),
  reopen: (report, actor, rules, now) => actor.role !== 'reporter' || isWindowOpen(report, rules, now),
  escalate: (report, _actor, rules, now) => report.ombudsman_at === null && now >= offeredAt(report, rules),
  raise_secrecy: (report) => !(report.anonymous && report.confidential),
  // It has a page of its own, on which what the public will read is shown first.
  redact: () => false,
  // They have pages of their own, and the policy says who may (can: name_accused, resolve_accused).
  accuse: () => false,
  settle_accused: () => false,
  lower_secrecy: (report) => report.confidential || (report.anonymous && !report.without_identity),
}

/** Whether a closed report may be opened again by its reporter, and what was said of it changed. */
export function isWindowOpen(report: Pick<ReportRow, 'clocks'>, rules: Rules, now: Date): boolean {
  const window = currentClock(report.clocks, 'closed')
  return !window || now < dueOf(window, rules.calendar).dueAt
}

/** When the Ombudsman is offered, in the zone of whoever owes the report now. */
function offeredAt(report: ReportRow, rules: Rules): Date {
  const clock = report.clocks.at(-1)
  return ombudsmanOfferAt(report.filed_at, clock ? lastSpan(clock).zone : nationalDesk.zone, rules.policy)
}
