import type { Calendar } from '../report/clocks/calendar.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import { formatDay } from '../report/clocks/day-words.ts'
import { dueOf } from '../report/clocks/due.ts'
import type { ReportRow } from '../report/move.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { Letter } from './letter.ts'
import { smsAnswers } from './table.ts'
import type { Wording } from './wording/delivered.ts'
import { fill } from './wording/fill.ts'

/** What is said at once to whoever wrote a mail: what phones hear too, and what only happens to mails. */
export const mailAnswers = [
  ...smsAnswers,
  'other_address',
  'on_page',
  'reply_to_this',
  'unreadable',
  'desk_only',
  'left_out',
] as const
export type MailAnswer = (typeof mailAnswers)[number]

/** As it stands with a message: officers hear of a note as `noted` too, and that is another letter. */
export type MailAnswerName = `mail_${MailAnswer}`

export function readMailAnswer(name: string): MailAnswer | undefined {
  return mailAnswers.find((template) => name === (`mail_${template}` satisfies MailAnswerName))
}

/** Under which name its words are kept: a status where an office has said something, or that is read by a link, is another text. */
export function mailWordingName({ template, words, link }: Pick<AnswerFacts, 'template' | 'words' | 'link'>) {
  if (template === 'status' && link) return 'mail_status_page'
  return template === 'status' && words ? 'mail_status_said' : (`mail_${template}` as const)
}

type AnswerFacts = {
  template: MailAnswer
  /** Null for what is about no report. */
  report: Pick<ReportRow, 'tracking_id' | 'stage'> | null
  /** Whose end it may name. */
  clock: Clock | null
  calendar: Calendar
  /** An office's keyword, where it asks whether that was meant; the day on which it was withdrawn. */
  about?: string | null
  /** What an office last said, where whoever reads the mail may know it. */
  words?: string
  /** The address in links, without a slash at the end. */
  baseUrl: string
  /** Where it is read or done, once. */
  link?: string
  /** Where the desk says it in words of its own. */
  wording?: Wording
}

const t = wordsIn('id')

/** One answer. It names no title and no office: mailboxes are shared. */
export function answerLetter(facts: AnswerFacts): Letter {
  const { report } = facts
  const id = report && groupTrackingId(report.tracking_id)
  const what = facts.wording?.subject ?? t.mail_answer_subject
  return {
    subject: id ? t.notifications_subject(id, what) : t.notifications_subject_plain(what),
    text: `${[...(id ? [t.notifications_report(id)] : []), said(facts), `--\n${footerOf(facts)}`].join('\n\n')}\n`,
  }
}

/** What these say cannot be answered by mail; below them nobody is asked to. */
const unanswered: readonly MailAnswer[] = ['on_page', 'other_address', 'desk_only']

function footerOf({ template }: AnswerFacts): string {
  return unanswered.includes(template) ? t.mail_footer_unanswered : t.mail_footer
}

function said({ template, report, clock, calendar, about, words, wording, baseUrl, link }: AnswerFacts): string {
  const stage = report ? t[`report_stage_${report.stage}`] : ''
  const due = clock ? formatDay(dueOf(clock, calendar).dueDay, 'id') : ''
  const tautan = link ?? `${baseUrl}/lacak${report ? `?id=${report.tracking_id}` : ''}`
  if (wording)
    return fill(wording.words, {
      status: stage,
      tenggat: due,
      ucapan: words,
      kata_kunci: about ?? '',
      tanggal: about ?? '',
      tautan,
    })
  if (template === 'status' && link) return t.mail_status_page(stage, link, due)
  if (template === 'status') {
    return [t.mail_status(stage, due), ...(words ? [t.mail_status_said, words] : [])].join('\n\n')
  }
  if (template === 'withdraw_page') return t.mail_withdraw_page(tautan)
  if (template === 'settings_page') return t.mail_settings_page(tautan)
  if (template === 'withdraw_over') return t.mail_withdraw_over(stage)
  if (template === 'withdrawn_before') return t.mail_withdrawn_before(about ?? '')
  return template === 'unsure_keyword' ? t.mail_unsure_keyword(about ?? '') : t[`mail_${template}`]
}
