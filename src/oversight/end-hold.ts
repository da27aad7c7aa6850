import type { Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { currentClock } from '../report/clocks/advance.ts'
import { dueOf } from '../report/clocks/due.ts'
import { lockReport } from '../report/move.ts'
import { archiveReport } from '../verification/archive-report.ts'
import { completeReport } from '../verification/complete-report.ts'

/**
 * End a hold that the reporter left unanswered for its 10 working days: one that the desk began before forwarding is
 * archived, one of an office goes on where it was (domain, section 5). The deadline is derived again under the lock.
 * @returns what was done, or undefined when it is not due
 * @throws ReportNotFound
 */
export async function endHoldIfSilent(
  tx: Tx,
  actor: Actor,
  reportId: string,
  setting: Setting,
): Promise<'archived' | 'resumed' | undefined> {
  const report = await lockReport(tx, reportId)
  const clock = report.stage === 'on_hold' ? currentClock(report.clocks, report.stage) : null
  if (!clock || setting.now < dueOf(clock, setting.rules.calendar).dueAt) return undefined
  if (report.resume_stage === 'received') {
    await archiveReport(tx, actor, reportId, { reason: 'unanswered' }, setting)
    return 'archived'
  }
  await completeReport(tx, actor, reportId, {}, setting)
  return 'resumed'
}
