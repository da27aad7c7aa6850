import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { moveReport } from '../report/move.ts'

/**
 * Tell the reporter how it goes. Progress is not an answer: clock B goes on.
 * @throws ReportNotFound · MoveRefused
 */
export async function reportProgress(
  tx: Tx,
  actor: Actor,
  reportId: string,
  input: { text: string; attachments?: string; seenSeq?: number },
  setting: Setting,
) {
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'report_progress',
      text: input.text,
      seenSeq: input.seenSeq,
      changes: input.attachments ? { attachments: input.attachments } : {},
      office: (report) => owingOffice(setting.directory, report),
    },
    setting.rules,
    setting.now,
  )
}
