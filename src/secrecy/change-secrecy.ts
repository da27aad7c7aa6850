import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { exactPoint } from '../report/kept-point.ts'
import type { Keeper } from '../report/keeper.ts'
import { hides } from '../report/hides.ts'
import { type Changes, moveReport, type ReportRow } from '../report/move.ts'
import { wholeHour } from '../platform/whole-hour.ts'
import { publicPoint } from '../report/point.ts'
import { separate } from './separate.ts'

export type Switches = { anonymous?: boolean; confidential?: boolean }

/**
 * Raise secrecy, at once: reporter and every handler may. The public copy goes and the words are sealed in the same transaction.
 * @throws ReportNotFound · MoveRefused
 */
export async function raiseSecrecy(
  tx: Tx,
  actor: Actor,
  reportId: string,
  switches: Switches,
  setting: Setting,
  seenSeq?: number,
) {
  const raised = {
    ...(switches.anonymous ? { anonymous: true } : {}),
    ...(switches.confidential ? { confidential: true } : {}),
  }
  const added = switches.confidential ? await separate(tx, actor, reportId, setting) : 0
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'raise_secrecy',
      seenSeq: seenSeq === undefined ? undefined : seenSeq + added,
      data: raised,
      changes: (report) => ({
        ...raised,
        shown_name: null,
        ...shownPoint({ ...report, ...raised }, setting.rules.keeper),
      }),
      office: (report) => owingOffice(setting.directory, report),
      check: (report, refuse) => {
        const raises = (raised.anonymous && !report.anonymous) || (raised.confidential && !report.confidential)
        if (!raises) refuse('nothing_to_change')
      },
    },
    setting.rules,
    setting.now,
  )
}

/**
 * Lower secrecy: only the reporter, who has confirmed it again. A report that an office already has becomes public.
 * Namelessness (without identity) cannot be lowered: there is nothing to show.
 * @param switches.confirmed the reporter was asked a second time
 * @throws ReportNotFound · MoveRefused `confirm_needed`, `nothing_to_change`
 */
export async function lowerSecrecy(
  tx: Tx,
  actor: Actor,
  reportId: string,
  switches: Switches & { confirmed?: boolean },
  setting: Setting,
  seenSeq?: number,
) {
  const added = switches.confidential === false ? await separate(tx, actor, reportId, setting) : 0
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'lower_secrecy',
      seenSeq: seenSeq === undefined ? undefined : seenSeq + added,
      data: { anonymous: switches.anonymous, confidential: switches.confidential, confirmed: switches.confirmed },
      changes: (report) => lowered(report, switches, setting.now, setting.rules.keeper),
      office: (report) => owingOffice(setting.directory, report),
      check: (report, refuse) => {
        if (!switches.confirmed) refuse('confirm_needed')
        const namesItself = switches.anonymous === false && report.anonymous && !report.without_identity
        if (!namesItself && !(switches.confidential === false && report.confidential)) refuse('nothing_to_change')
      },
    },
    setting.rules,
    setting.now,
  )
}

function lowered(report: ReportRow, switches: Switches, now: Date, keeper: Keeper): Changes {
  const anonymous = report.anonymous && switches.anonymous !== false
  const confidential = report.confidential && switches.confidential !== false
  const forwardedBefore = report.agency_id !== null || report.bounces > 0
  return {
    anonymous,
    confidential,
    ...shownPoint({ ...report, anonymous, confidential }, keeper),
    published_at:
      report.published_at ??
      (!confidential && forwardedBefore ? (report.without_identity ? wholeHour(now) : now) : null),
  }
}

/** The exact point, or a cell of 500 m and more for reports that hide who filed or that they exist. */
function shownPoint(report: ReportRow, keeper: Keeper): Changes {
  const exact = exactPoint(keeper, report)
  if (!exact) return {}
  const shown = hides(report) ? publicPoint(exact) : exact
  return { public_lat: shown.lat, public_lon: shown.lon }
}
