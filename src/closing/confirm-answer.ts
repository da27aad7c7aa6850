import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { moveReport } from '../report/move.ts'

/**
 * The reporter is content: closed, confirmed.
 * @param input.rating 1–5, optional
 * @throws ReportNotFound · MoveRefused
 */
export async function confirmAnswer(
  tx: Tx,
  actor: Actor,
  reportId: string,
  input: { rating?: number; seenSeq?: number },
  setting: Setting,
) {
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'confirm',
      seenSeq: input.seenSeq,
      data: input.rating ? { rating: input.rating } : {},
      changes: { manner: 'confirmed', rating: input.rating ?? null },
      office: (report) => owingOffice(setting.directory, report),
    },
    setting.rules,
    setting.now,
  )
}
