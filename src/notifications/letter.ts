import type { Calendar } from '../report/clocks/calendar.ts'
import type { Clock } from '../report/clocks/clocks.ts'
import { formatDay } from '../report/clocks/day-words.ts'
import { dueOf } from '../report/clocks/due.ts'
import { formatDue } from '../report/clocks/explain.ts'
import { hides, type Switched } from '../report/hides.ts'
import { groupTrackingId } from '../report/tracking-id.ts'
import { wordsIn } from '../ui/words/index.ts'
import type { MailWay } from './mail-way.ts'
import { byMail, clocksOf, isForReporter, type Template, tellings } from './table.ts'
import type { Wording } from './wording/delivered.ts'
import { fill } from './wording/fill.ts'

export type Letter = { subject: string; text: string }

/** What a letter is made of. `title` is passed only for those who may read it in a letter at all. */
export type Facts = {
  template: Template
  /** Null for a letter about work in general. */
  report: (Switched & { tracking_id: string }) | null
  title?: string
  /** Whose end it may name: the clock of the event it is about, else the one that runs. */
  clock: Clock | null
  calendar: Calendar
  baseUrl: string
  /** The reporter has an account, which opens the report without a key. */
  hasAccount: boolean
  /** Where the desk says it in words of its own. */
  wording?: Wording
  /** Whether answers to it are read, and where news end. */
  way?: Pick<MailWay, 'replyTo' | 'unsubscribe'>
}

/** Letters are Indonesian. Nothing in them tells a passer-by what the report is about. */
const t = wordsIn('id')

export function letterOf(facts: Facts): Letter {
  const { template, report, title, wording } = facts
  const id = report && groupTrackingId(report.tracking_id)
  const due = dueWords(facts)
  const what = wording?.subject ?? t[`notifications_${template}_subject`]
  const text = wording
    ? fill(wording.words, { nomor: id ?? '', tenggat: due })
    : t[`notifications_${letterWordingName(facts)}`](due)
  const way = isForReporter(template)
    ? `${t.notifications_open_mine}:\n${facts.baseUrl}${reporterPath(facts)}`
    : `${t.notifications_open_desk}:\n${facts.baseUrl}${deskPath(report)}`
  const footer = isForReporter(template) ? reporterFooter(facts) : t.notifications_footer_office
  const heading = id
    ? [t.notifications_report(id), ...(title && namesTitle(facts) ? [title] : [])].join('\n')
    : undefined
  return {
    subject: id ? t.notifications_subject(id, what) : t.notifications_subject_plain(what),
    text: `${[heading, text, way, `--\n${footer}`].filter(Boolean).join('\n\n')}\n`,
  }
}

/** Under which name its words are kept: whoever may answer it by mail reads others, where there are any. */
export function letterWordingName({ template, report, way }: Pick<Facts, 'template' | 'report' | 'way'>) {
  return (way?.replyTo && report && byMail(template)) || template
}

function reporterFooter({ way }: Facts): string {
  const footer = way?.replyTo ? t.mail_footer : t.notifications_footer_reporter
  return way?.unsubscribe ? `${footer}\n${t.mail_footer_stop}: ${way.unsubscribe}` : footer
}

/** Whether this kind of letter may name a title at all, by the table. */
export function mayNameTitle(template: Template): boolean {
  return tellings.some((telling) => telling.say === template && telling.titled)
}

/** Nothing of a report whose reporter hides leaves in a letter but its number. */
function namesTitle({ template, report }: Facts): boolean {
  return report !== null && !hides(report) && mayNameTitle(template)
}

/** For reporters the day alone: a zone would tell where the office is. For offices with the hour where nothing is hidden. */
export function dueWords({ template, report, clock, calendar }: Facts): string {
  if (!report || !clock || !clocksOf[template]?.includes(clock.kind)) return ''
  const due = dueOf(clock, calendar)
  if (isForReporter(template)) return formatDay(due.dueDay, 'id')
  if (report.confidential) return ''
  const dueDay = clock.overdueAt ?? due.dueDay
  return hides(report) ? formatDay(dueDay, 'id') : formatDue({ ...due, dueDay }, 'id')
}

function reporterPath({ report, hasAccount }: Facts): string {
  if (!report) return '/lacak'
  return hasAccount ? `/laporan/${report.tracking_id}/saya` : `/lacak?id=${report.tracking_id}`
}

function deskPath(report: Facts['report']): string {
  return report ? `/kelola/laporan/${report.tracking_id}` : '/kelola/verifikasi'
}
