import type { Move, Stage } from '../lifecycle.ts'
import { currentClock } from './advance.ts'
import { type Clock, lastSpan } from './clocks.ts'
import { dayOf } from './day.ts'

/** What of an event tells which clocks there were after it. */
export type PastEvent = { seq: number; move: Move; to: Stage; at: Date }

/** Moves that begin a clock: each leaves one more at the end of a report's clocks. */
const begins: ReadonlySet<Move> = new Set([
  'submit',
  'hold',
  'forward',
  'answer',
  'reply',
  'confirm',
  'lapse',
  'reopen',
])

/**
 * The clock that ran after the event `seq`, as it ran then, whatever came since; null where none did. A calendar that has
 * changed since has moved it. Undefined when the events do not account for the clocks (some reports from elsewhere).
 */
export function clockThen(
  clocks: readonly Clock[],
  events: readonly PastEvent[],
  seq: number,
): Clock | null | undefined {
  const event = events.find((one) => one.seq === seq)
  const beginnings = events.filter(({ move }) => begins.has(move))
  if (!event || beginnings.length !== clocks.length) return undefined
  const there = clocks.slice(0, beginnings.filter((one) => one.seq <= seq).length)
  return currentClock(
    there.map((clock) => asOf(clock, event.at)),
    event.to,
  )
}

/** With the spans it had, the last one running. */
function asOf(clock: Clock, at: Date): Clock {
  const had = clock.spans.filter(({ from, zone }) => from <= dayOf(at, zone))
  const { settled: _later, overdueAt, ...then } = { ...clock, spans: had.length > 0 ? had : clock.spans.slice(0, 1) }
  const last = lastSpan(then)
  const missed = overdueAt && overdueAt < dayOf(at, last.zone) ? { overdueAt } : {}
  return { ...then, ...missed, spans: [...then.spans.slice(0, -1), { ...last, to: null }], state: 'running' }
}
