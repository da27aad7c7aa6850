import { type Day, laterDay, type Zone } from './day.ts'

/**
 * `verify` A, owed by the national desk · `answer` B, owed by the office · `lapse` C, the reporter's time to judge ·
 * `hold` the reporter's time to complete · `reopen` the window after closing, the only one in calendar days.
 */
export type ClockKind = 'verify' | 'answer' | 'lapse' | 'hold' | 'reopen'

/** Where a span is counted. Scope: the agency whose closures count; null is the national desk. */
export type Office = { zone: Zone; scope: string | null }

/**
 * A stretch in which a clock runs. `from` is its day 0; `to` the day of the pause or the end (it still counts),
 * null while running. `atLeast`: days granted even when fewer were left.
 */
export type Span = { from: Day; to: Day | null; zone: Zone; scope: string | null; atLeast?: number }

/**
 * One clock of a report, as stored in `report.clocks`, oldest first, always with one span at least.
 * `overdueAt`: the deadline that was missed, kept through pauses ("overdue stays overdue").
 * `held`: it has had its one hold. `settled`: the deadline when it ended; calendar changes leave it.
 */
export type Clock = {
  kind: ClockKind
  allowance: number
  spans: Span[]
  state: 'running' | 'paused' | 'ended'
  overdueAt?: Day
  held?: true
  settled?: Day
}

export const nationalDesk: Office = { zone: 'Asia/Jakarta', scope: null }

/** @param allowance working days (calendar days for `reopen`) @param day civil day of the event in the office's zone */
export function start(kind: ClockKind, allowance: number, day: Day, office: Office): Clock {
  return { kind, allowance, spans: [{ from: day, to: null, zone: office.zone, scope: office.scope }], state: 'running' }
}

/** @param day day of the pause, in the pausing office's zone; it counts as used when it is a working day */
export function pause(clock: Clock, day: Day): Clock {
  return clock.state === 'running' ? { ...clock, spans: closeLast(clock.spans, day), state: 'paused' } : clock
}

/**
 * Run again with what was left. Across zones a resumption can fall on the civil day before the pause; it then
 * counts from the day of the pause, so that no day is taken twice.
 * @param day day of resuming, in the resuming office's zone @param atLeast days granted even when fewer were left
 */
export function resume(clock: Clock, day: Day, office: Office, atLeast?: number): Clock {
  if (clock.state === 'running') return clock
  const from = laterDay(day, lastSpan(clock).to ?? day)
  const span: Span = { from, to: null, zone: office.zone, scope: office.scope, ...(atLeast ? { atLeast } : {}) }
  const { settled: _open, ...open } = clock
  return { ...open, spans: [...clock.spans, span], state: 'running' }
}

/** @param day day of the end, in the clock's own zone */
export function end(clock: Clock, day: Day): Clock {
  if (clock.state === 'ended') return clock
  return { ...clock, spans: closeLast(clock.spans, day), state: 'ended' }
}

/** @throws RangeError for a clock without spans, which nothing here makes */
export function lastSpan(clock: Clock): Span {
  const span = clock.spans.at(-1)
  if (!span) throw new RangeError('a clock has at least one span')
  return span
}

function closeLast(spans: Span[], day: Day): Span[] {
  return spans.map((span, index) =>
    index === spans.length - 1 && span.to === null ? { ...span, to: laterDay(span.from, day) } : span,
  )
}
