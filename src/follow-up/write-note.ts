import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { moveReport } from '../report/move.ts'

/**
 * A note in the thread that moves nothing. The reporter's reach the offices; an office's own stay inside unless `forReporter`.
 * @throws ReportNotFound · MoveRefused
 */
export async function writeNote(
  tx: Tx,
  actor: Actor,
  reportId: string,
  input: { text: string; forReporter?: boolean; attachments?: string; seenSeq?: number; flags?: string[] },
  setting: Setting,
) {
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'note',
      text: input.text,
      seenSeq: input.seenSeq,
      audience: actor.role === 'reporter' || input.forReporter ? 'parties' : 'office',
      changes: {
        ...(input.attachments ? { attachments: input.attachments } : {}),
        ...(input.flags ? { flags: input.flags } : {}),
      },
      office: (report) => owingOffice(setting.directory, report),
    },
    setting.rules,
    setting.now,
  )
}
