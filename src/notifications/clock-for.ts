import { currentClock } from '../report/clocks/advance.ts'
import { clockThen } from '../report/clocks/clock-then.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import type { ReportRow } from '../report/move.ts'
import { eventOf } from './event-of.ts'

export type PastEvent = Parameters<typeof clockThen>[1][number]

/** A letter about an event names the day that it set, though the report may have gone on since. @param events of this report */
export function clockFor(report: ReportRow, events: PastEvent[], dedupe: string): Clock | null {
  const seq = eventOf(dedupe)
  const then = seq === undefined ? undefined : clockThen(report.clocks, events, seq)
  return then === undefined ? currentClock(report.clocks, report.stage) : then
}
