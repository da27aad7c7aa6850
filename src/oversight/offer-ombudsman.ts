import { owingOffice, type Setting } from '../agencies/setting.ts'
import type { Tx } from '../report/as.ts'
import { ombudsmanOfferAt } from '../report/clocks/escalation.ts'
import { allowedMoves } from '../report/lifecycle.ts'
import { lockReport } from '../report/move.ts'
import { timeKept } from '../report/time-kept.ts'
import { recordLevels } from './escalate-overdue.ts'

/** The level of casework.escalation at which the reporter is asked. */
const ombudsmanLevel = 5

/**
 * Offer the reporter of a report that stayed unresolved for 60 days to hand it to the Ombudsman, once. Nothing is handed
 * over by this: only the reporter's consent does that (closing/accept-ombudsman.ts).
 * @throws ReportNotFound
 */
export async function offerOmbudsman(tx: Tx, reportId: string, { rules, directory, now }: Setting): Promise<boolean> {
  const report = await lockReport(tx, reportId)
  if (report.ombudsman_offered_at || report.ombudsman_at || report.import_layout) return false
  if (!allowedMoves(report.stage, 'reporter').includes('escalate')) return false
  if (now < ombudsmanOfferAt(report.filed_at, owingOffice(directory, report).zone, rules.policy)) return false
  const ombudsman_offered_at = timeKept(report, now)
  await tx.updateTable('casework.report').set({ ombudsman_offered_at }).where('id', '=', reportId).execute()
  await recordLevels(tx, report, 0, [ombudsmanLevel], now)
  return true
}
