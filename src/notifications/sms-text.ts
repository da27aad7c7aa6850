import { formatDay } from '../report/clocks/day-words.ts'
import { dueOf } from '../report/clocks/due.ts'
import type { Calendar } from '../report/clocks/calendar.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import type { ReportRow } from '../report/move.ts'
import { wordsIn } from '../ui/words/index.ts'
import {
  clocksOf,
  isForReporter,
  onPage,
  type ReporterTemplate,
  type SmsAlone,
  type SmsAnswer,
  type XAnswer,
} from './table.ts'
import type { Wording, WordingName } from './wording/delivered.ts'
import { fill } from './wording/fill.ts'

export type SmsFacts = {
  template: ReporterTemplate | SmsAnswer | SmsAlone
  /** Null for what is about no report. */
  report: Pick<ReportRow, 'tracking_id' | 'stage'> | null
  /** Whose end it may name. */
  clock: Clock | null
  calendar: Calendar
  /** How that end is said, where not in full. */
  day?: string
  /** An office's keyword, where it asks whether that was meant; the day on which it was withdrawn. */
  about?: string | null
  /** What an office last said, where whoever holds the phone may read it. */
  words?: string
  /** The address in links, without a slash at the end. */
  baseUrl: string
  /** Where it is read instead, once. */
  link?: string
  /** `words` are the last part of what was said. */
  isLast?: boolean
  /** Its reporter filed by another door than SMS. */
  isOnPage?: boolean
  /** Where the desk says it in words of its own. */
  wording?: Wording
  /** Other words for the same, where it is no SMS. */
  say?: (...facts: string[]) => string
}

const t = wordsIn('id')

type SmsSaid = Pick<SmsFacts, 'words' | 'isOnPage' | 'link' | 'isLast'> & { template: SmsFacts['template'] | XAnswer }

/** Under which name its words are kept, for X as well: a status where an office has said something is another sentence. */
export function smsWordingName({ template, words, isOnPage, link, isLast }: SmsSaid): WordingName {
  const page = isOnPage ? onPage(template) : undefined
  if (page) return page
  if (template === 'status_more') return isLast ? 'status_rest' : template
  if (template === 'status' && link) return words ? 'status_cut' : 'status_page'
  return template === 'status' && words ? 'status_said' : template
}

/** One SMS. It names no title, office or person: whoever holds the phone may read it. */
export function smsText(facts: SmsFacts): string {
  const { template, report, clock, calendar, about, words, say: other, baseUrl, wording } = facts
  const day = facts.day ?? (clock ? formatDay(dueOf(clock, calendar).dueDay, 'id') : '')
  const mayNameDay =
    template === 'status' || (isForReporter(template) && clock && clocksOf[template]?.includes(clock.kind))
  const due = mayNameDay ? day : ''
  // The one question that names no report, though it is about one.
  const id = template === 'unsure_keyword' ? (about ?? '') : (report?.tracking_id ?? about ?? '')
  const stage = report ? t[`report_stage_${report.stage}`] : ''
  const tautan = facts.link ?? `${baseUrl}/lacak${report ? `?id=${id}` : ''}`
  if (wording)
    return fill(wording.words, {
      nomor: id,
      kata_kunci: id,
      tanggal: about ?? '',
      tenggat: due,
      status: stage,
      ucapan: words,
      tautan,
    })
  const page = facts.isOnPage ? onPage(template) : undefined
  if (page) return t[`sms_${page}`](id, due, tautan)
  if (template === 'status_more') return (facts.isLast ? t.sms_status_rest : t.sms_status_more)(id, words ?? '')
  if (template === 'status' && facts.link)
    return words
      ? t.sms_status_cut(id, stage, words, facts.link)
      : (other ?? t.sms_status_page)(id, stage, facts.link, due)
  if (template === 'status') return words ? t.sms_status_said(id, stage, words) : t.sms_status(id, stage, due)
  if (template === 'withdraw_over') return t.sms_withdraw_over(id, stage)
  if (template === 'withdrawn_before') return (other ?? t.sms_withdrawn_before)(id, about ?? '')
  const say = other ?? t[`sms_${template}`]
  return typeof say === 'string' ? say : (say as (id: string, due: string, page: string) => string)(id, due, tautan)
}
