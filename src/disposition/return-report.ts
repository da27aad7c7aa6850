import { actingOffice, owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { moveReport } from '../report/move.ts'
import { bounceLimits } from '../report/moves-now.ts'

/**
 * Return a report that is not this office's (bukan wewenang), naming who should have it. A coordinator's return goes
 * to the national desk, once per office; a unit's goes to its coordinator while clock B runs on.
 * @throws ReportNotFound · MoveRefused `unknown_agency`, `own_office`, `returned_before`, `returned_too_often`
 */
export async function returnReport(
  tx: Tx,
  actor: Actor,
  reportId: string,
  input: { suggestedAgencyId: string; note: string; seenSeq?: number },
  setting: Setting,
) {
  return actor.role === 'officer'
    ? handBack(tx, actor, reportId, input, setting)
    : returnToDesk(tx, actor, reportId, input, setting)
}

type Return = { suggestedAgencyId: string; note: string; seenSeq?: number }

async function returnToDesk(tx: Tx, actor: Actor, reportId: string, input: Return, setting: Setting) {
  const suggested = setting.directory.agency(input.suggestedAgencyId)
  const office = actor.agencyId ?? ''
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'return',
      text: input.note,
      seenSeq: input.seenSeq,
      data: { suggested: suggested?.id },
      office: actingOffice(setting.directory, actor),
      changes: (report) => ({
        agency_id: null,
        unit_id: null,
        officer_id: null,
        bounces: report.bounces + 1,
        returned_by: [...report.returned_by, office],
      }),
      check: (report, refuse) => {
        if (!suggested?.active) refuse('unknown_agency')
        if (suggested?.id === office) refuse('own_office')
        if (report.returned_by.includes(office)) refuse('returned_before')
        if (report.bounces >= bounceLimits.inAll) refuse('returned_too_often')
      },
    },
    setting.rules,
    setting.now,
  )
}

async function handBack(tx: Tx, actor: Actor, reportId: string, input: Return, setting: Setting) {
  const suggested = setting.directory.agency(input.suggestedAgencyId)
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'hand_back',
      text: input.note,
      seenSeq: input.seenSeq,
      data: { suggested: suggested?.id, unit: actor.agencyId },
      changes: { unit_id: null, officer_id: null },
      office: (report) => owingOffice(setting.directory, report),
      check: (_report, refuse) => {
        if (!suggested?.active) refuse('unknown_agency')
        if (suggested?.id === actor.agencyId) refuse('own_office')
      },
    },
    setting.rules,
    setting.now,
  )
}
