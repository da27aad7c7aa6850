import { wholeHour } from '../platform/whole-hour.ts'
import type { ReportRow } from './move.ts'

/** When something about this report happened, as it is stored: of reports without identity no finer than the hour. */
export function timeKept(report: Pick<ReportRow, 'without_identity'>, at: Date): Date {
  return report.without_identity ? wholeHour(at) : at
}
