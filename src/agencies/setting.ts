import { nationalDesk, type Office } from '../report/clocks/clocks.ts'
import type { ReportRow } from '../report/move.ts'
import type { Rules } from '../report/rules.ts'
import type { Actor } from '../report/actor.ts'
import { type Directory, officeOf } from './directory.ts'

/** What holds at the moment of a move: the rules, the offices, and the time. */
export type Setting = { rules: Rules; directory: Directory; now: Date }

/** The office that owes the answer: the unit, else the agency, else the national desk. */
export function owingOffice(directory: Directory, report: Pick<ReportRow, 'agency_id' | 'unit_id'>): Office {
  const id = report.unit_id ?? report.agency_id
  return id ? officeOf(directory, id) : nationalDesk
}

/** The office an actor acts for; the national desk for everybody who has none. */
export function actingOffice(directory: Directory, actor: Actor): Office {
  return actor.agencyId && (actor.role === 'coordinator' || actor.role === 'officer')
    ? officeOf(directory, actor.agencyId)
    : nationalDesk
}
