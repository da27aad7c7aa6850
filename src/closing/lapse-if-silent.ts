import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { currentClock } from '../report/clocks/advance.ts'
import { dueOf } from '../report/clocks/due.ts'
import { lockReport, moveReport } from '../report/move.ts'

/**
 * Close an answered report whose reporter stayed silent until clock C ran out [001]; the deadline is derived again
 * under the lock. Counted apart from confirmed, everywhere. Does nothing when it is not due.
 * @throws ReportNotFound
 */
export async function lapseIfSilent(tx: Tx, actor: Actor, reportId: string, setting: Setting): Promise<boolean> {
  const report = await lockReport(tx, reportId)
  const clock = report.stage === 'answered' ? currentClock(report.clocks, report.stage) : null
  if (!clock || setting.now < dueOf(clock, setting.rules.calendar).dueAt) return false
  await moveReport(
    tx,
    actor,
    reportId,
    { move: 'lapse', changes: { manner: 'silent' }, office: owingOffice(setting.directory, report) },
    setting.rules,
    setting.now,
  )
  return true
}
