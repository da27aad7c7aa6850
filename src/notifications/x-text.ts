import { hides, type Switched } from '../report/hides.ts'
import type { ReportRow } from '../report/move.ts'
import { wordsIn } from '../ui/words/index.ts'
import { type SmsFacts, smsText } from './sms-text.ts'
import { publicAnswer, type XAnswer } from './table.ts'
import { fitted } from './fitted.ts'
import { fill } from './wording/fill.ts'
import { lettersInOnePost } from './wording/one-post.ts'
import type { Withheld } from './withheld.ts'

const t = wordsIn('id')
/** Where an SMS says something that is no SMS here. */
const own: Readonly<Record<string, (id: string, due: string) => string>> = {
  question: t.x_question,
  receipt: t.x_receipt,
  ombudsman_offer: t.x_ombudsman_offer,
  secrecy_changed: t.x_secrecy_changed,
  words_changed: t.x_words_changed,
  opening_noted: t.x_opening_noted,
  withdraw_page: t.x_withdraw_page,
  settings_page: t.x_settings_page,
  withdrawn_before: t.x_withdrawn_before,
  no_such_report: () => t.x_no_such_report,
  no_reports: () => t.x_no_reports,
  stopped: () => t.x_stopped,
  started: () => t.x_started,
}

type XFacts = Omit<SmsFacts, 'template' | 'report'> & {
  template: SmsFacts['template'] | XAnswer
  report: (Switched & Pick<ReportRow, 'tracking_id' | 'stage'>) | null
}

/**
 * What goes out on X: as neutral as an SMS, with the way to the report's page.
 * @returns `not_theirs` for a public answer about a report that hides something by now
 */
export function xText({ template, report, baseUrl, ...facts }: XFacts): { text: string } | Withheld {
  // What was withdrawn has no page any more.
  const page = report && report.stage !== 'withdrawn' ? `${baseUrl}/lacak?id=${report.tracking_id}` : null
  if (template === publicAnswer) {
    if (!report || !page || hides(report)) return 'not_theirs'
    const { wording } = facts
    return { text: wording ? fill(wording.words, { tautan: page }) : t.x_public_answer(page) }
  }
  const say = template === 'status' && facts.link ? t.x_status_page : own[template]
  const text = smsText({ ...facts, baseUrl, template, report, say })
  return { text: fitted(text, facts.link ?? page, lettersInOnePost) }
}
