import type { Setting } from '../agencies/setting.ts'
import type { Tx } from '../report/as.ts'
import { currentClock } from '../report/clocks/advance.ts'
import { escalationsReached } from '../report/clocks/escalation.ts'
import { answerClocks, deadlines } from '../report/deadlines.ts'
import { lockReport, type ReportRow } from '../report/move.ts'
import { timeKept } from '../report/time-kept.ts'

/**
 * Record which levels must have heard by now that an answer is overdue, and have them told: unit, coordinator, national
 * desk, supervisors (domain, section 6). The levels are derived again under the lock; each is recorded once per clock B.
 * @throws ReportNotFound
 */
export async function escalateOverdue(tx: Tx, reportId: string, { rules, now }: Setting): Promise<boolean> {
  const report = await lockReport(tx, reportId)
  const clock = currentClock(report.clocks, report.stage)
  const reached = clock ? escalationsReached(clock, rules.calendar, rules.policy, now).length : 0
  const escalation = Math.max(report.escalation, reached)
  const { escalate_at, overdue_since } = deadlines(report.clocks, report.stage, rules, { escalation, at: now })
  await tx
    .updateTable('casework.report')
    .set({ escalation, escalate_at, overdue_since })
    .where('id', '=', reportId)
    .execute()
  if (overdue_since?.getTime() !== report.overdue_since?.getTime())
    await tx.updateTable('publication.report').set({ overdue_since }).where('report_id', '=', reportId).execute()
  if (reached <= report.escalation) return false
  const clockSeq = answerClocks(report.clocks)
  await recordLevels(tx, report, clockSeq, range(report.escalation + 1, reached), now)
  return true
}

/** Levels of one clock, and the outbox row that has them told. Clock 0 is the report itself (the Ombudsman's offer). */
export async function recordLevels(tx: Tx, report: ReportRow, clockSeq: number, levels: number[], now: Date) {
  const at = timeKept(report, now)
  await tx
    .insertInto('casework.escalation')
    .values(levels.map((level) => ({ report_id: report.id, clock_seq: clockSeq, level, at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.insertInto('casework.outbox').values({ topic: 'overdue', report_id: report.id, seq: clockSeq, at }).execute()
}

function range(from: number, through: number): number[] {
  return Array.from({ length: through - from + 1 }, (_, at) => from + at)
}
