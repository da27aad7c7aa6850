import type { Stage } from '../report/lifecycle.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { Reading } from './public-report.ts'

/** Whose turn it is, as one sentence: the desk, the office by name, or the reporter; nobody once it is over. */
export function turnOf(row: { stage: Stage; agency_id: string | null }, { locale, directory }: Reading): string {
  const t = wordsIn(locale)
  switch (row.stage) {
    case 'received':
      return t.report_turn(t.public_national_desk)
    case 'forwarded':
    case 'in_progress':
      return t.report_turn((row.agency_id && directory.agency(row.agency_id)?.name) || t.public_agency)
    case 'on_hold':
    case 'answered':
      return t.report_turn(t.public_nobody_named)
    case 'merged':
      return t.report_turn_merged
    default:
      return t.report_turn_nobody
  }
}
