import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { moveReport } from '../report/move.ts'
import { isWindowOpen } from '../report/moves-now.ts'
import { wordsIn } from '../ui/words/index.ts'

/**
 * Stars that come after the confirmation, which may have had others: as long as the report could be opened again. The offices read them
 * in a note; nothing moves.
 * @param rating 1–5
 * @throws ReportNotFound · MoveRefused `not_allowed` where nobody has confirmed it · `too_late_to_reopen`
 */
export async function rateAnswer(tx: Tx, actor: Actor, reportId: string, rating: number, setting: Setting) {
  const { directory, rules, now } = setting
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'note',
      text: wordsIn('id').report_rated(rating),
      audience: 'parties',
      data: { rating },
      changes: { rating },
      office: (report) => owingOffice(directory, report),
      check: (report, refuse) => {
        if (report.stage !== 'closed' || report.manner !== 'confirmed') refuse('not_allowed')
        if (!isWindowOpen(report, rules, now)) refuse('too_late_to_reopen')
      },
    },
    rules,
    now,
  )
}
