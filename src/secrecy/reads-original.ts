import type { Actor } from '../report/actor.ts'
import { hides, type Switched } from '../report/hides.ts'
import type { ReportRow } from '../report/move.ts'
import { isOpened, type Opening } from './opening.ts'

type Hidden = Switched & Pick<ReportRow, 'agency_id'>

/**
 * Whether somebody who reads a report's words reads them as they were first written, beside the edited ones. Of a report whose reporter
 * hides, what was taken out before it went on is out for everybody from then on, the desk and supervisors included: who is named
 * there is what break-glass is for. Until then whoever takes it out reads it: the desk, or the coordinator at their own door.
 */
export function readsOriginal(actor: Actor, report: Hidden, openings: readonly Opening[], now: Date): boolean {
  if (!hides(report) || actor.role === 'reporter') return true
  if (isOpened(actor, 'text', openings, now) || isOpened(actor, 'identity', openings, now)) return true
  return report.agency_id === null && (actor.role === 'verifier' || actor.role === 'coordinator')
}
