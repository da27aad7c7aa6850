import type { Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { moveReport } from '../report/move.ts'
import { releaseChildren } from '../secrecy/separate.ts'

/** Why a report is archived (arsip); public. `unanswered` is the system's, after a hold without an answer. */
export const archiveReasons = ['unclear', 'no_substance', 'spam', 'court', 'other_channel', 'unanswered'] as const
export type ArchiveReason = (typeof archiveReasons)[number]

/**
 * Archive a report that cannot be forwarded; its merged children go back to where they were first.
 * @param input.note told to the reporter and, if the report was public, to everyone
 * @throws ReportNotFound · MoveRefused
 */
export async function archiveReport(
  tx: Tx,
  actor: Actor,
  reportId: string,
  input: { reason: ArchiveReason; note?: string; seenSeq?: number },
  setting: Setting,
) {
  await releaseChildren(tx, actor, reportId, setting)
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'archive',
      text: input.note,
      seenSeq: input.seenSeq,
      data: { reason: input.reason },
      changes: { archive_reason: input.reason },
      check: (report, refuse) => {
        if (report.stage === 'on_hold' && report.resume_stage !== 'received') refuse('not_allowed')
      },
    },
    setting.rules,
    setting.now,
  )
}
