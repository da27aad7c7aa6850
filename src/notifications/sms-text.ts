import { formatDay } from '../report/clocks/day-words.ts'
import { dueOf } from '../report/clocks/due.ts'
import type { Calendar } from '../report/clocks/calendar.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import type { ReportRow } from '../report/move.ts'
import { wordsIn } from '../ui/words/index.ts'
import { clocksOf, isForReporter, type ReporterTemplate, type SmsAnswer } from './table.ts'

export type SmsFacts = {
  template: ReporterTemplate | SmsAnswer
  /** Null for what is about no report. */
  report: Pick<ReportRow, 'tracking_id' | 'stage'> | null
  /** Whose end it may name. */
  clock: Clock | null
  calendar: Calendar
  /** An office's keyword, where it asks whether that was meant. */
  about?: string | null
  /** What an office last said, where whoever holds the phone may read it. */
  words?: string
  /** Other words for the same, where it is no SMS. */
  say?: (id: string, due: string) => string
}

const t = wordsIn('id')

/** One SMS. It names no title, office or person: whoever holds the phone may read it. */
export function smsText({ template, report, clock, calendar, about, words, say: other }: SmsFacts): string {
  const say = other ?? t[`sms_${template}`]
  if (typeof say === 'string') return say
  const due = clock ? formatDay(dueOf(clock, calendar).dueDay, 'id') : ''
  const id = report?.tracking_id ?? about ?? ''
  if (template === 'status') {
    const stage = report ? t[`report_stage_${report.stage}`] : ''
    return words ? t.sms_status_said(id, stage, words) : t.sms_status(id, stage, due)
  }
  const named = isForReporter(template) && clock && clocksOf[template]?.includes(clock.kind) ? due : ''
  return (say as (id: string, due: string) => string)(id, named)
}
