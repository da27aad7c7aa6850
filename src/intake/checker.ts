import type { Directory } from '../agencies/directory.ts'
import type { ReportRow } from '../report/move.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

/** Who checks a report that was just received: the national desk, or the office that has it because the desk itself is accused. */
export function checkerOf(locale: Locale, directory: Directory, { accused_desk, own_door_id }: ReportRow): string {
  const standIn = accused_desk && own_door_id ? directory.agency(own_door_id)?.name : undefined
  return standIn ?? wordsIn(locale).report_role_verifier
}
