import type { Actor } from '../report/actor.ts'
import { hides, type Switched } from '../report/hides.ts'
import type { ReportRow } from '../report/move.ts'

type Hidden = Switched & Pick<ReportRow, 'agency_id'>

/**
 * Whether somebody who reads a report's words reads them as they were first written, beside the edited ones. An office that handles
 * a report whose reporter hides reads what the desk left: a name that was taken out before publication is out for the office too.
 * At its own door, before anybody edited, the coordinator is the one who takes it out.
 */
export function readsOriginal({ role }: Actor, report: Hidden): boolean {
  return !hides(report) || report.agency_id === null || (role !== 'coordinator' && role !== 'officer')
}
