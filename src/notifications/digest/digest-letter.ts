import type { Calendar } from '../../report/clocks/calendar.ts'
import type { Day } from '../../report/clocks/day.ts'
import { formatDay } from '../../report/clocks/day-words.ts'
import { addWorkingDays } from '../../report/clocks/working-days.ts'
import type { ReportRow } from '../../report/move.ts'
import { groupTrackingId } from '../../report/tracking-id.ts'
import { wordsIn } from '../../ui/words/index.ts'
import type { Letter } from '../letter.ts'
import type { Wording } from '../wording/delivered.ts'
import { fill } from '../wording/fill.ts'
import { countedAs, deliveredDigest, urgencies, type Urgency } from './digest-words.ts'

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
  /** Where the desk says it in words of its own. */
  wording?: Wording
}

const t = wordsIn('id')

/** Working days, this one left out, within which a deadline is near. */
const near = 2

/**
 * One letter for a working day's morning: how many reports are late or nearly so, then each by its number, the most urgent first. The
 * deadline of a confidential report is in no letter, so it is not counted by urgency either.
 */
export function digestLetter({ reports, others, day, scope, calendar, baseUrl, wording }: DigestFacts): Letter {
  const soon = addWorkingDays(day, near, calendar, scope)
  const urgencyOf = ({ report }: DigestReport): Urgency => {
    if (report.confidential) return 'other'
    if (report.overdue_since) return 'late'
    return report.due_day && report.due_day <= soon ? 'soon' : 'other'
  }
  const by = urgencies.map((urgency) => ({ urgency, reports: reports.filter((one) => urgencyOf(one) === urgency) }))
  const counts = by.map((one) => [countedAs[one.urgency], one.reports.length > 0 ? String(one.reports.length) : ''])
  const { subject, words } = wording ?? deliveredDigest()
  const what = subject ?? t.digest_title
  return {
    subject: t.notifications_subject_plain(reports.length > 0 ? t.digest_subject(what, reports.length) : what),
    text: `${[
      fill(words, { tanggal: formatDay(day, 'id'), ...Object.fromEntries(counts) }).trim(),
      ...by.flatMap((one) => one.reports).map(block),
      ...others,
      `${t.notifications_open_desk}:\n${baseUrl}/kelola`,
      `--\n${t.digest_footer}`,
    ].join('\n\n')}\n`,
  }
}

/** What happened with one report: the subject of its letter, and by when, as far as the letter itself may say it. */
export function digestLine(subject: string, due: string): string {
  return due ? t.digest_line_due(subject, due) : subject
}

function block({ report, title, said }: DigestReport): string {
  const lines = [...new Set(said)].map((one) => `- ${one}`)
  return [t.notifications_report(groupTrackingId(report.tracking_id)), ...(title ? [title] : []), ...lines].join('\n')
}
