import type { Agency } from '../agencies/directory.ts'
import { officeOf } from '../agencies/directory.ts'
import type { Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { bounceLimits } from '../report/moves-now.ts'
import { type Changes, moveReport, type ReportRow } from '../report/move.ts'
import { timeKept } from '../report/time-kept.ts'

/** What the desk may set right while forwarding; the reporter's own words are kept beside it. */
export type Edited = {
  title?: string
  text?: string
  /** The place in words; empty: the public reads none. */
  place?: string
  kind?: string
  categoryId?: string
  areaCode?: string
}

/**
 * Forward a verified report to the agency that must answer it (teruskan). This publishes it, unless it is confidential.
 * A unit's slug forwards to its agency with the unit already chosen. A coordinator forwards only to its own agency.
 * @param input.without numbers of earlier events whose words stay with the parties; only of a report that was never public
 * @throws ReportNotFound · MoveRefused `nothing_to_change`, `accused_unresolved`, `unknown_agency`, `unknown_category`, `unknown_area`, `returned_too_often`
 */
export async function forwardReport(
  tx: Tx,
  actor: Actor,
  reportId: string,
  input: Edited & { agencyId: string; without?: readonly number[]; seenSeq?: number },
  setting: Setting,
) {
  const target = setting.directory.agency(input.agencyId)
  const without = input.without?.length ? { without: input.without } : {}
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'forward',
      seenSeq: input.seenSeq,
      office: target ? officeOf(setting.directory, target.id) : undefined,
      data: { agency: target?.rootId, ...without },
      changes: (report) => (target ? forwarded(report, target, input, setting) : {}),
      check: (report, refuse) => {
        if (without.without && report.published_at !== null) refuse('nothing_to_change')
        if (input.categoryId && !setting.directory.category(input.categoryId)) refuse('unknown_category')
        if (input.areaCode && !setting.directory.area(input.areaCode)) refuse('unknown_area')
        if (!target?.active) refuse('unknown_agency')
        if (report.accused_unresolved) refuse('accused_unresolved')
        if (actor.role !== 'coordinator') return
        if (target?.rootId !== actor.agencyId) refuse('unknown_agency')
        if (report.bounces >= bounceLimits.deskOnly && !report.accused_desk) refuse('returned_too_often')
      },
    },
    setting.rules,
    setting.now,
  )
}

function forwarded(report: ReportRow, target: Agency, edited: Edited, { now }: Setting): Changes {
  const at = timeKept(report, now)
  return {
    agency_id: target.rootId,
    unit_id: target.id === target.rootId ? null : target.id,
    officer_id: null,
    published_at: report.published_at ?? (report.confidential ? null : at),
    ...(edited.title ? { title: edited.title } : {}),
    ...(edited.text ? { text: edited.text } : {}),
    ...(edited.place === undefined ? {} : { shown_place: edited.place }),
    ...(edited.kind ? { kind: edited.kind } : {}),
    ...(edited.categoryId ? { category_id: edited.categoryId } : {}),
    ...(edited.areaCode ? { area_code: edited.areaCode } : {}),
  }
}
