import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { moveReport } from '../report/move.ts'

/**
 * End a hold: the report goes back to where it was and its clock resumes with what was left.
 * @param input.text the reporter's answer to the question, or a handler's reason
 * @throws ReportNotFound · MoveRefused
 */
export async function completeReport(
  tx: Tx,
  actor: Actor,
  reportId: string,
  input: { text?: string; attachments?: string; seenSeq?: number },
  setting: Setting,
) {
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
