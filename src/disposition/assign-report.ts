import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { moveReport } from '../report/move.ts'

/**
 * Assign a report to a unit of the agency (disposisi). Clock B goes on: its five days include this [001].
 * @param input.note for the unit; never public
 * @throws ReportNotFound · MoveRefused `unknown_unit`
 */
export async function assignReport(
  tx: Tx,
  actor: Actor,
  reportId: string,
  input: { unitId: string; officerId?: string; note?: string; seenSeq?: number },
  setting: Setting,
) {
  const unit = setting.directory.agency(input.unitId)
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'assign',
      text: input.note,
      seenSeq: input.seenSeq,
      data: { unit: input.unitId },
      changes: { unit_id: input.unitId, officer_id: input.officerId ?? null },
      office: (report) => owingOffice(setting.directory, report),
      check: (report, refuse) => {
        if (!unit?.active || unit.rootId !== report.agency_id || unit.id === report.agency_id) refuse('unknown_unit')
      },
    },
    setting.rules,
    setting.now,
  )
}
