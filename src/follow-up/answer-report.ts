import { actingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { moveReport } from '../report/move.ts'
import { timeKept } from '../report/time-kept.ts'
import { isOnlyForwarded } from './only-forwarded.ts'

/** Solved; explained why it is as it is; or cannot be done, with the reason. */
export const outcomes = ['solved', 'explained', 'cannot'] as const
export type Outcome = (typeof outcomes)[number]

/**
 * Answer a report (tindak lanjut): clock B ends, C starts.
 * @param input.attachments hex hash under which the pictures of evidence were put aside
 * @param input.sure the officer was asked whether words that only pass the report on are really the answer
 * @throws ReportNotFound · MoveRefused `only_forwarded`
 */
export async function answerReport(
  tx: Tx,
  actor: Actor,
  reportId: string,
  input: { text: string; outcome: Outcome; attachments?: string; seenSeq?: number; sure?: boolean },
  setting: Setting,
) {
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'answer',
      text: input.text,
      seenSeq: input.seenSeq,
      data: { outcome: input.outcome },
      office: actingOffice(setting.directory, actor),
      check: (_report, refuse) => {
        if (!input.sure && isOnlyForwarded(input.text)) refuse('only_forwarded')
      },
      changes: (report) => ({
        outcome: input.outcome,
        answered_at: timeKept(report, setting.now),
        ...(input.attachments ? { attachments: input.attachments } : {}),
      }),
    },
    setting.rules,
    setting.now,
  )
}
