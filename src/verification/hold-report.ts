import { actingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { mayHold } from '../report/clocks/advance.ts'
import { moveReport } from '../report/move.ts'

/**
 * Put a report on hold (tunda) with a concrete question for the reporter; the clock pauses. One hold per clock.
 * @throws ReportNotFound · MoveRefused `held_before`
 */
export async function holdReport(
  tx: Tx,
  actor: Actor,
  reportId: string,
  input: { question: string; seenSeq?: number },
  setting: Setting,
) {
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'hold',
      text: input.question,
      seenSeq: input.seenSeq,
      office: actingOffice(setting.directory, actor),
      check: (report, refuse) => {
        if (!mayHold(report.clocks, report.stage)) refuse('held_before')
      },
    },
    setting.rules,
    setting.now,
  )
}
