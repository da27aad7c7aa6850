import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { currentClock } from '../report/clocks/advance.ts'
import { dueOf } from '../report/clocks/due.ts'
import { moveReport } from '../report/move.ts'
import { audienceOfSaid, type Care } from '../secrecy/before-publishing.ts'
import { carefulOfNumbers } from '../secrecy/careful-of-numbers.ts'

/**
 * Open a closed report again: the reporter within 14 calendar days, a verifier at any time. A new clock B; how often
 * this happened is public.
 * @throws ReportNotFound · PointsAtSomebody · MoveRefused `too_late_to_reopen`
 */
export async function reopenReport(
  tx: Tx,
  actor: Actor,
  reportId: string,
  input: { reason: string; attachments?: string; seenSeq?: number; care?: Care },
  setting: Setting,
) {
  const care = await carefulOfNumbers(tx, actor, reportId, input.reason, input.care)
  return moveReport(
    tx,
    actor,
    reportId,
    {
      move: 'reopen',
      text: input.reason,
      audience: (report) => audienceOfSaid(report, actor, { ...input, text: input.reason, care }),
      seenSeq: input.seenSeq,
      changes: (report) => ({
        reopened: report.reopened + 1,
        rating: null,
        ...(input.attachments ? { attachments: input.attachments } : {}),
      }),
      office: (report) => owingOffice(setting.directory, report),
      check: (report, refuse) => {
        if (actor.role !== 'reporter') return
        const window = currentClock(report.clocks, 'closed')
        if (window && setting.now >= dueOf(window, setting.rules.calendar).dueAt) refuse('too_late_to_reopen')
      },
    },
    setting.rules,
    setting.now,
  )
}
