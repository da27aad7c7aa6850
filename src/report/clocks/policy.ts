/**
 * How long each clock runs: policy rows, since regulations change (PermenPANRB 3/2015 → 62/2018 → 5/2025).
 * Working days unless a comment says otherwise.
 */
export type ClockPolicy = {
  /** A: the national desk verifies. */
  verify: number
  /** B: the office answers, its internal coordination included. */
  answer: number
  /** C: the reporter judges the answer. */
  lapse: number
  /** The reporter completes a report on hold. */
  hold: number
  /** Calendar days in which the reporter may reopen. */
  reopen: number
  /** What A has at least when a report comes back to the desk. */
  atLeast: number
  /** Working days after an overdue B at which each level hears of it. */
  escalation: { unit: number; coordinator: number; desk: number; supervisors: number }
  /** Calendar days unresolved after which the reporter is offered the Ombudsman. */
  ombudsman: number
}

/** Defaults of domain.md: A 3 and B 5 [001][002], C 10 [001] ("dua pekan" [000]); the rest from its sections 5 and 6. */
export const defaultPolicy: ClockPolicy = {
  verify: 3,
  answer: 5,
  lapse: 10,
  hold: 10,
  reopen: 14,
  atLeast: 1,
  escalation: { unit: 0, coordinator: 1, desk: 3, supervisors: 5 },
  ombudsman: 60,
}

/** Keys of `publication.policy` that the clocks read. */
export const policyKeys = [
  'verify_days',
  'answer_days',
  'lapse_days',
  'hold_days',
  'reopen_days',
  'at_least_days',
  'escalate_unit_days',
  'escalate_coordinator_days',
  'escalate_desk_days',
  'escalate_supervisors_days',
  'ombudsman_days',
] as const
export type PolicyKey = (typeof policyKeys)[number]

/** The policy from the rows in force; a row that is missing keeps its default, an unknown key is left alone. */
export function policyFrom(rows: Iterable<{ key: string; amount: number }>): ClockPolicy {
  const amounts = new Map([...rows].map((row) => [row.key, row.amount]))
  const of = (key: PolicyKey, fallback: number) => amounts.get(key) ?? fallback
  const { escalation, ...clocks } = defaultPolicy
  return {
    verify: of('verify_days', clocks.verify),
    answer: of('answer_days', clocks.answer),
    lapse: of('lapse_days', clocks.lapse),
    hold: of('hold_days', clocks.hold),
    reopen: of('reopen_days', clocks.reopen),
    atLeast: of('at_least_days', clocks.atLeast),
    escalation: {
      unit: of('escalate_unit_days', escalation.unit),
      coordinator: of('escalate_coordinator_days', escalation.coordinator),
      desk: of('escalate_desk_days', escalation.desk),
      supervisors: of('escalate_supervisors_days', escalation.supervisors),
    },
    ombudsman: of('ombudsman_days', clocks.ombudsman),
  }
}
