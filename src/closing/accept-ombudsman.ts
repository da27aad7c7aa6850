import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { ombudsmanOfferAt } from '../report/clocks/escalation.ts'
import { moveReport } from '../report/move.ts'
import { timeKept } from '../report/time-kept.ts'

/**
 * The reporter accepts the hand-over to the Ombudsman, offered after 60 unresolved days; only consent starts it.
 * @throws ReportNotFound · MoveRefused
 */
export async function acceptOmbudsman(tx: Tx, actor: Actor, reportId: string, setting: Setting, seenSeq?: number) {
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'escalate',
      seenSeq,
      changes: (report) => ({ ombudsman_at: timeKept(report, setting.now) }),
      office: (report) => owingOffice(setting.directory, report),
      check: (report, refuse) => {
        const { zone } = owingOffice(setting.directory, report)
        const offered = ombudsmanOfferAt(report.filed_at, zone, setting.rules.policy)
        if (report.ombudsman_at || setting.now < offered) refuse('not_allowed')
      },
    },
    setting.rules,
    setting.now,
  )
}
