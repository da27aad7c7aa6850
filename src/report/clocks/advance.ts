import type { Move, Stage } from '../lifecycle.ts'
import type { Calendar } from './calendar.ts'
import { type Clock, type ClockKind, end, lastSpan, nationalDesk, type Office, pause, resume, start } from './clocks.ts'
import { dayOf } from './day.ts'
import { dueOf, isOwedByOffice } from './due.ts'
import type { ClockPolicy } from './policy.ts'

/**
 * A move, as the clocks see it. `office` by move: forward, reply, reopen, complete, unmerge: who owes the answer now;
 * hold: who asked; answer: who answered; merge: who merged. The other moves do not look at it.
 */
export type ClockEvent = { move: Move; from: Stage | 'none'; to: Stage; at: Date; office: Office }

type Effect = (clocks: Clock[], event: ClockEvent, policy: ClockPolicy, calendar: Calendar) => Clock[]

const nothing: Effect = (clocks) => clocks
const endAll: Effect = (clocks, event, _policy, calendar) => clocks.map((clock) => stop(clock, event.at, calendar))

/** What each move does to the clocks: domain.md, section 5. */
const effects: Record<Move, Effect> = {
  submit: (clocks, event, policy) => [...clocks, begin('verify', policy.verify, event.at, nationalDesk)],
  hold: (clocks, event, policy, calendar) => [
    ...clocks.map((clock) => (isMain(clock) ? { ...pauseBy(clock, event, calendar), held: true as const } : clock)),
    begin('hold', policy.hold, event.at, event.office),
  ],
  complete: (clocks, event, _policy, calendar) => resumePaused(endKind(clocks, 'hold', event, calendar), event),
  archive: endAll,
  object: (clocks, event, policy) => backToDesk(clocks, event, policy),
  forward: (clocks, event, policy, calendar) => newAnswer(endKind(clocks, 'verify', event, calendar), event, policy),
  assign: nothing,
  report_progress: nothing,
  return: (clocks, event, policy, calendar) =>
    event.to === 'received' ? backToDesk(endKind(clocks, 'answer', event, calendar), event, policy) : clocks,
  hand_back: nothing,
  answer: (clocks, event, policy, calendar) => [
    ...endKind(clocks, 'answer', event, calendar),
    begin('lapse', policy.lapse, event.at, event.office),
  ],
  reply: (clocks, event, policy, calendar) => newAnswer(endKind(clocks, 'lapse', event, calendar), event, policy),
  confirm: (clocks, event, policy, calendar) => close(clocks, event, policy, calendar),
  lapse: (clocks, event, policy, calendar) => close(clocks, event, policy, calendar),
  reopen: (clocks, event, policy, calendar) => newAnswer(endKind(clocks, 'reopen', event, calendar), event, policy),
  merge: (clocks, event, _policy, calendar) =>
    clocks.map((clock) => (isMain(clock) ? pauseBy(clock, event, calendar) : clock)),
  unmerge: (clocks, event) => resumePaused(clocks, event),
  withdraw: endAll,
  note: nothing,
  escalate: nothing,
  raise_secrecy: nothing,
  lower_secrecy: nothing,
  redact: nothing,
  reroute: nothing,
  accuse: nothing,
  settle_accused: nothing,
  leave_namesake: nothing,
  unsettle_accused: nothing,
}

/**
 * The clocks after a move. Clocks that a report lacks (an imported one) are not missed.
 * @param calendar tells whether a clock that stops here had run out; it then stays overdue. One that runs on is judged
 * when it is read, so that a holiday entered late can still excuse it
 */
export function advance(clocks: Clock[], event: ClockEvent, policy: ClockPolicy, calendar: Calendar): Clock[] {
  return effects[event.move](clocks, event, policy, calendar)
}

const owed: Partial<Record<Stage, ClockKind>> = {
  received: 'verify',
  on_hold: 'hold',
  forwarded: 'answer',
  in_progress: 'answer',
  answered: 'lapse',
  closed: 'reopen',
}

/** The clock that runs in this stage; null where none does (archived, merged, withdrawn, some imported reports). */
export function currentClock(clocks: readonly Clock[], stage: Stage): Clock | null {
  return clocks.findLast((clock) => clock.kind === owed[stage] && clock.state === 'running') ?? null
}

/** One hold per clock: whether the clock of this stage has still to have its hold. */
export function mayHold(clocks: readonly Clock[], stage: Stage): boolean {
  return !currentClock(clocks, stage)?.held
}

function begin(kind: ClockKind, allowance: number, at: Date, office: Office): Clock {
  return start(kind, allowance, dayOf(at, office.zone), office)
}

function newAnswer(clocks: Clock[], event: ClockEvent, policy: ClockPolicy): Clock[] {
  return [...clocks, begin('answer', policy.answer, event.at, event.office)]
}

/** A resumes with what was left, at least one day; it starts afresh where the report never had one. */
function backToDesk(clocks: Clock[], event: ClockEvent, policy: ClockPolicy): Clock[] {
  const day = dayOf(event.at, nationalDesk.zone)
  const last = clocks.findLast((clock) => clock.kind === 'verify')
  if (!last) return [...clocks, start('verify', policy.verify, day, nationalDesk)]
  return clocks.map((clock) => (clock === last ? resume(clock, day, nationalDesk, policy.atLeast) : clock))
}

/** The window for reopening is counted where C was. */
function close(clocks: Clock[], event: ClockEvent, policy: ClockPolicy, calendar: Calendar): Clock[] {
  const judged = clocks.findLast((clock) => clock.kind === 'lapse')
  const { zone, scope } = judged ? lastSpan(judged) : event.office
  return [...endKind(clocks, 'lapse', event, calendar), begin('reopen', policy.reopen, event.at, { zone, scope })]
}

function resumePaused(clocks: Clock[], event: ClockEvent): Clock[] {
  return clocks.map((clock) => {
    if (clock.state !== 'paused') return clock
    const office = clock.kind === 'verify' ? nationalDesk : event.office
    return resume(clock, dayOf(event.at, office.zone), office)
  })
}

function isMain(clock: Clock): boolean {
  return isOwedByOffice(clock.kind) && clock.state === 'running'
}

function pauseBy(clock: Clock, event: ClockEvent, calendar: Calendar): Clock {
  return pause(markOverdue(clock, event.at, calendar), dayOf(event.at, event.office.zone))
}

function endKind(clocks: Clock[], kind: ClockKind, event: ClockEvent, calendar: Calendar): Clock[] {
  return clocks.map((clock) => (clock.kind === kind ? stop(clock, event.at, calendar) : clock))
}

function stop(clock: Clock, at: Date, calendar: Calendar): Clock {
  if (clock.state === 'ended') return clock
  const ended = end(markOverdue(clock, at, calendar), dayOf(at, lastSpan(clock).zone))
  return { ...ended, settled: dueOf(clock, calendar).dueDay }
}

function markOverdue(clock: Clock, at: Date, calendar: Calendar): Clock {
  if (!isMain(clock) || clock.overdueAt) return clock
  const due = dueOf(clock, calendar)
  return at < due.dueAt ? clock : { ...clock, overdueAt: due.dueDay }
}
