import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Db } from '../platform/db.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { currentClock } from '../report/clocks/advance.ts'
import { dueOf } from '../report/clocks/due.ts'
import { lockReport, moveReport, type ReportRow, type Step } from '../report/move.ts'
import { moveAsSeen } from '../report/move-as-seen.ts'

/**
 * Close an answered report whose reporter stayed silent until clock C ran out [001]; the deadline is derived again
 * under the lock. Counted apart from confirmed, everywhere. Does nothing when it is not due.
 * @throws ReportNotFound
 */
export async function lapseIfSilent(tx: Tx, actor: Actor, reportId: string, setting: Setting): Promise<boolean> {
  const step = lapseOf(await lockReport(tx, reportId), setting)
  if (step) await moveReport(tx, actor, reportId, step, setting.rules, setting.now)
  return step !== undefined
}

/**
 * The same for a sweep with many to do, in a transaction of its own: the deadline is derived from the report as it was
 * read, and the move is recorded only if nobody has moved it since.
 * @param db role lapor_worker
 */
export async function lapseAsSeen(db: Db, report: ReportRow, setting: Setting): Promise<boolean> {
  const step = lapseOf(report, setting)
  return step !== undefined && moveAsSeen(db, report, step, setting.rules, setting.now)
}

function lapseOf(report: ReportRow, { rules, directory, now }: Setting): Step | undefined {
  const clock = report.stage === 'answered' ? currentClock(report.clocks, report.stage) : null
  if (!clock || now < dueOf(clock, rules.calendar).dueAt) return undefined
  return { move: 'lapse', changes: { manner: 'silent' }, office: owingOffice(directory, report) }
}
