import type { Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { moveReport } from '../report/move.ts'

/**
 * The reporter objects to the archiving, once: the national desk looks again, with at least one working day.
 * @throws ReportNotFound · MoveRefused `objected_before`
 */
export async function objectToArchive(
  tx: Tx,
  actor: Actor,
  reportId: string,
  input: { reason: string; attachments?: string; seenSeq?: number },
  setting: Setting,
) {
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'object',
      text: input.reason,
      seenSeq: input.seenSeq,
      changes: { objected: true, ...(input.attachments ? { attachments: input.attachments } : {}) },
      check: (report, refuse) => {
        if (report.objected) refuse('objected_before')
      },
    },
    setting.rules,
    setting.now,
  )
}
