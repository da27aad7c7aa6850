import type { Calendar } from '../../report/clocks/calendar.ts'
import { type Clock, start } from '../../report/clocks/clocks.ts'
import { dayOf } from '../../report/clocks/day.ts'
import { dueOf } from '../../report/clocks/due.ts'
import type { ClockPolicy } from '../../report/clocks/policy.ts'
import { hides, type Switched } from '../../report/hides.ts'
import { groupTrackingId } from '../../report/tracking-id.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { digestLetter, digestLine } from '../digest/digest-letter.ts'
import { dueWords, type Letter, letterOf, mayNameTitle } from '../letter.ts'
import { answerLetter, readMailAnswer } from '../mail-answers.ts'
import { smsInOne } from '../sms-in-one.ts'
import {
  clocksOf,
  digest,
  publicAnswer,
  readSmsTemplate,
  readTemplate,
  readXTemplate,
  smsAlone,
  smsAnswers,
} from '../table.ts'
import { xText } from '../x-text.ts'
import { isByMail, isOnPage, toldOf, type WordedDoor, type Wording, type WordingName } from './delivered.ts'

export const secrecies = ['open', 'anonymous', 'confidential'] as const
export type Secrecy = (typeof secrecies)[number]

type Setting = { calendar: Calendar; policy: ClockPolicy; now: Date; baseUrl: string }

/** A number that no report can have, for a letter in it is none of ours. */
const exampleId = 'CONTOH123'
const t = wordsIn('id')
/** With what the paragraphs around a letter's own words begin: the number, the way in, the footer. */
const frame = [
  t.notifications_report(groupTrackingId(exampleId)),
  t.notifications_open_mine,
  t.notifications_open_desk,
  '--',
]
const exampleLink = 'contoh7contoh7co'
const exampleTitle = 'Lampu jalan di depan pasar mati'
const exampleAnswer = 'Lampunya sudah kami ganti pagi ini.'
const exampleAddress = 'lapor@contoh.test'
const exampleKeyword = 'KOTKUPANG'
const exampleDay = 'Senin 3 Agustus 2026'
const aboutOne: readonly string[] = [
  'noted',
  'thanks',
  'not_now',
  'status',
  'withdraw_page',
  'settings_page',
  'withdraw_over',
  'withdrawn_before',
  ...smsAlone,
]
/** Said to whoever wrote before it is clear about which report. */
const aboutNone: readonly string[] = [
  ...smsAnswers.filter((answer) => !aboutOne.includes(answer)),
  'new_at_desk',
  'mail_no_such_report',
  'mail_no_reports',
  'mail_what_happened',
  'mail_which_report',
  'mail_unsure_keyword',
  'mail_other_address',
  'mail_on_page',
  'mail_desk_only',
]
const office = { zone: 'Asia/Makassar', scope: null } as const

/**
 * A message about an invented report as it would leave, made by the very functions that make the real ones.
 * @returns undefined when nothing is said so of a report that hides
 */
export function rehearse(
  { door, name, wording }: { door: WordedDoor; name: WordingName; wording?: Wording },
  secrecy: Secrecy,
  setting: Setting,
): Letter | undefined {
  const switches = {
    anonymous: secrecy === 'anonymous',
    confidential: secrecy === 'confidential',
    without_identity: false,
  }
  const isSaid = ['status_said', 'mail_status_said', 'status_cut', 'status_more', 'status_rest'].includes(name)
  if (isSaid && secrecy !== 'open') return undefined
  if (['status_page', 'mail_status_page'].includes(name) && secrecy === 'open') return undefined
  const { calendar, baseUrl } = setting
  const facts = {
    report: aboutNone.includes(name) ? null : { tracking_id: exampleId, stage: 'in_progress' as const, ...switches },
    clock: clockFor(name, setting),
    calendar,
    about: name.endsWith('unsure_keyword')
      ? exampleKeyword
      : name.endsWith('withdrawn_before')
        ? exampleDay
        : exampleId,
    words: isSaid ? exampleAnswer : undefined,
    baseUrl,
    wording,
    isOnPage: isOnPage(name),
    isLast: name === 'status_rest',
    link: [
      'status_page',
      'mail_status_page',
      'status_cut',
      'withdraw_page',
      'mail_withdraw_page',
      'settings_page',
      'mail_settings_page',
    ].includes(name)
      ? `${baseUrl}/b/${exampleLink}`
      : undefined,
  }
  if (door !== 'email') {
    const template = shortTemplate(name)
    return template && shortMessage(door, template, facts)
  }
  const answer = readMailAnswer(name.replace(/^mail_status_\w+$/, 'mail_status'))
  if (answer) return answerLetter({ ...facts, template: answer })
  if (name === digest) return exampleDigest(switches, wording, setting)
  const template = readTemplate(isByMail(name) ? toldOf(name) : name)
  if (!template) return undefined
  const way = isByMail(name) ? { replyTo: exampleAddress } : undefined
  const title = secrecy === 'open' && mayNameTitle(template) ? exampleTitle : undefined
  return letterOf({ ...facts, template, title, hasAccount: false, way })
}

/** One report came to an office since yesterday, whose letter names what its secrecy lets it name. */
function exampleDigest(switches: Switched, wording: Wording | undefined, setting: Setting): Letter {
  const { calendar, baseUrl, now } = setting
  const template = 'new_for_office'
  const clock = clockFor(template, setting)
  const report = { tracking_id: exampleId, ...switches }
  const due = dueWords({ template, report, clock, calendar, baseUrl, hasAccount: false })
  return digestLetter({
    reports: [
      {
        report: { ...report, due_day: clock && dueOf(clock, calendar).dueDay, overdue_since: null },
        title: hides(switches) ? undefined : exampleTitle,
        said: [digestLine(t[`notifications_${template}_subject`], due)],
      },
    ],
    others: [],
    day: dayOf(now, office.zone),
    scope: null,
    calendar,
    baseUrl,
    wording,
  })
}

/** The message of which these are the words, as a phone or X hears it. */
function shortTemplate(name: WordingName): ReturnType<typeof readSmsTemplate | typeof readXTemplate> {
  if (name === 'status_rest') return 'status_more'
  if (name === 'status_said' || name === 'status_page' || name === 'status_cut') return 'status'
  return readXTemplate(toldOf(name)) ?? readSmsTemplate(name)
}

type XFacts = Parameters<typeof xText>[0]

function shortMessage(
  door: 'sms' | 'x',
  template: XFacts['template'],
  facts: Omit<XFacts, 'template'>,
): Letter | undefined {
  if (door === 'x') {
    const said = xText({ ...facts, template })
    return typeof said === 'object' ? { subject: 'X', ...said } : undefined
  }
  return template === publicAnswer ? undefined : { subject: 'SMS', text: smsInOne({ ...facts, template }) }
}

/** What a message names besides its number, by the message itself as it would leave. */
export type Named = { title: boolean; deadline: boolean }

export function namedIn(name: WordingName, { subject, text }: Letter): Named {
  // The day of a digest, above its first report, is no deadline.
  const said = name === digest ? text.slice(text.indexOf(frame[0] ?? '')) : `${subject}\n${text}`
  return { title: said.includes(exampleTitle), deadline: /\d{1,2} \p{L}+ 20\d\d/u.test(said) }
}

/** The words that are a message's own, without the frame of a letter. */
export function ownSentence(door: WordedDoor, { text }: Letter): string {
  if (door !== 'email') return text
  const isFrame = (paragraph: string) => frame.some((start) => paragraph.startsWith(start))
  return text
    .split('\n\n')
    .filter((paragraph) => !isFrame(paragraph))
    .join(' ')
}

/** The clock whose end the message may name, begun today. */
function clockFor(name: WordingName, { calendar, policy, now }: Setting): Clock | null {
  const template = readTemplate(toldOf(name))
  const kind = /^(mail_)?status/.test(name) ? 'answer' : template && clocksOf[template]?.[0]
  if (!kind) return null
  const clock = start(kind, policy[kind], dayOf(now, office.zone), office)
  return name === 'overdue' ? { ...clock, overdueAt: dueOf(clock, calendar).dueDay } : clock
}
