import type { Calendar } from '../../report/clocks/calendar.ts'
import type { Day } from '../../report/clocks/day.ts'
import { formatDay } from '../../report/clocks/day-words.ts'
import { addWorkingDays } from '../../report/clocks/working-days.ts'
import type { ReportRow } from '../../report/move.ts'
import { groupTrackingId } from '../../report/tracking-id.ts'
import { wordsIn } from '../../ui/words/index.ts'
import type { Letter } from '../letter.ts'

/** A report in a digest: what happened with it, in the words of its letters, oldest first. `title` where a letter may name it. */
export type DigestReport = {
  report: Pick<ReportRow, 'tracking_id' | 'confidential' | 'due_day' | 'overdue_since'>
  title?: string
  said: readonly string[]
}

/** `scope`: the office whose days off count. `others`: what is about no report. */
type DigestFacts = {
  reports: readonly DigestReport[]
  others: readonly string[]
  day: Day
  scope: string | null
  calendar: Calendar
  baseUrl: string
}

const t = wordsIn('id')

/** Working days, this one left out, within which a deadline is near. */
const near = 2

/**
 * One letter for a working day's morning: how many reports are late or nearly so, then each by its number, the most urgent first. The
 * deadline of a confidential report is in no letter, so it is not counted by urgency either.
 */
export function digestLetter({ reports, others, day, scope, calendar, baseUrl }: DigestFacts): Letter {
  const soon = addWorkingDays(day, near, calendar, scope)
  const urgency = ({ report }: DigestReport): 'late' | 'soon' | 'other' => {
    if (report.confidential) return 'other'
    if (report.overdue_since) return 'late'
    return report.due_day && report.due_day <= soon ? 'soon' : 'other'
  }
  const order = ['late', 'soon', 'other'] as const
  const by = order.map((kind) => ({ kind, reports: reports.filter((one) => urgency(one) === kind) }))
  const counts = by.filter((one) => one.reports.length > 0).map((one) => t[`digest_${one.kind}`](one.reports.length))
  const blocks = by.flatMap((one) => one.reports).map(block)
  const subject = reports.length > 0 ? t.digest_subject(reports.length) : t.digest_subject_plain
  return {
    subject: t.notifications_subject_plain(subject),
    text: `${[
      t.digest_heading(formatDay(day, 'id')),
      counts.join('\n'),
      ...blocks,
      ...others,
      `${t.notifications_open_desk}:\n${baseUrl}/kelola`,
      `--\n${t.digest_footer}`,
    ]
      .filter(Boolean)
      .join('\n\n')}\n`,
  }
}

function block({ report, title, said }: DigestReport): string {
  const lines = [...new Set(said)].map((one) => `- ${one}`)
  return [t.notifications_report(groupTrackingId(report.tracking_id)), ...(title ? [title] : []), ...lines].join('\n')
}
