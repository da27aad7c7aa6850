import type { Directory } from '../agencies/directory.ts'
import type { ReportRow } from '../report/move.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

type Checked = Pick<ReportRow, 'accused_desk' | 'accused_offices' | 'accused_unresolved' | 'own_door_id'>

/**
 * Who checks a report that was just received: the national desk, or the office that has it because the desk itself is accused. While it is
 * not settled who is named it is not said which of them: whoever types a name and reads this would learn whether somebody so called is
 * the one on duty there.
 */
export function checkerOf(locale: Locale, directory: Directory, report: Checked): string {
  const t = wordsIn(locale)
  const desk = directory.desk()
  const isDeskNamed = desk !== undefined && (report.accused_offices ?? []).includes(desk.id)
  if (report.accused_unresolved) return isDeskNamed ? t.report_role_stand_in : t.report_role_desk_or_stand_in
  const standIn = report.accused_desk && report.own_door_id ? directory.agency(report.own_door_id)?.name : undefined
  return standIn ?? t.report_role_verifier
}
