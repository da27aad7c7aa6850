import type { Move } from '../report/lifecycle.ts'
import type { ReportRow } from '../report/move.ts'
import type { Who } from './table.ts'

/** Moves that give a report to another office, and those that give it to another unit of the same office. */
const toAnotherOffice: readonly Move[] = ['forward', 'return', 'reroute']
const toAnotherUnit: readonly Move[] = ['assign', 'hand_back']

/** Who is told whatever became of the report since. */
const always: readonly Who[] = ['reporter', 'companions', 'supervisors', 'desk_hourly', 'settlers']

/**
 * The report for those who held it at an event and hold it still; undefined when nobody of `who` does. Whoever got it
 * since hears of that, and whoever gave it away knows.
 * @param since the moves after the event
 */
export function heldSince(report: ReportRow, who: Who, since: readonly Move[]): ReportRow | undefined {
  if (always.includes(who)) return report
  if (since.some((move) => toAnotherOffice.includes(move))) return undefined
  return since.some((move) => toAnotherUnit.includes(move)) ? { ...report, unit_id: null, officer_id: null } : report
}
