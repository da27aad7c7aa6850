import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { moveReport } from '../report/move.ts'
import { audienceOfSaid, type Care } from '../secrecy/before-publishing.ts'
import { carefulOfNumbers } from '../secrecy/careful-of-numbers.ts'

/**
 * The answer does not settle it ("belum selesai"): clock C stops and the office has a new clock B.
 * @throws ReportNotFound · PointsAtSomebody · MoveRefused
 */
export async function replyToAnswer(
  tx: Tx,
  actor: Actor,
  reportId: string,
  input: { text: string; attachments?: string; seenSeq?: number; care?: Care },
  setting: Setting,
) {
  const care = await carefulOfNumbers(tx, actor, reportId, input.text, input.care)
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'reply',
      text: input.text,
      audience: (report) => audienceOfSaid(report, actor, { ...input, care }),
      seenSeq: input.seenSeq,
      changes: input.attachments ? { attachments: input.attachments } : {},
      office: (report) => owingOffice(setting.directory, report),
    },
    setting.rules,
    setting.now,
  )
}
