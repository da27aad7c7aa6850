import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import type { ReportRow } from '../report/move.ts'
import { lockReport, moveReport } from '../report/move.ts'
import { movesNow } from '../report/moves-now.ts'
import { MoveRefused } from '../report/refusals.ts'

/**
 * End a hold: the report goes back to where it was and its clock resumes with what was left.
 * @param input.text the reporter's answer to the question, or a handler's reason
 * @throws ReportNotFound · MoveRefused `answer_needed` for a reporter without words, `not_the_asker` for another office
 */
export async function completeReport(
  tx: Tx,
  actor: Actor,
  reportId: string,
  input: { text?: string; attachments?: string; seenSeq?: number },
  setting: Setting,
) {
  const report = await lockReport(tx, reportId)
  const refuse = (reason: MoveRefused['reason']): never => {
    throw new MoveRefused(reason, report.stage, movesNow(report, actor, setting.rules, setting.now))
  }
  if (report.stage === 'on_hold') {
    if (actor.role === 'reporter' && !input.text) refuse('answer_needed')
    if (!(await mayEndHold(tx, actor, report))) refuse('not_the_asker')
  }
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'complete',
      text: input.text,
      seenSeq: input.seenSeq,
      changes: input.attachments ? { attachments: input.attachments } : {},
      office: (report) => owingOffice(setting.directory, report),
    },
    setting.rules,
    setting.now,
  )
}

/** The reporter by answering, the verifier, the office that asked, and the coordinator above the unit that asked. */
async function mayEndHold(tx: Tx, actor: Actor, report: ReportRow): Promise<boolean> {
  if (actor.role !== 'coordinator' && actor.role !== 'officer') return true
  const hold = await tx
    .selectFrom('casework.event')
    .select('agency_id')
    .where('report_id', '=', report.id)
    .where('move', '=', 'hold')
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  const asker = hold?.agency_id ?? null
  return (
    asker === actor.agencyId || (asker !== null && actor.role === 'coordinator' && report.agency_id === actor.agencyId)
  )
}
