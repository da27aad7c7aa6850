import type { Calendar } from '../../report/clocks/calendar.ts'
import { type Clock, start } from '../../report/clocks/clocks.ts'
import { dayOf } from '../../report/clocks/day.ts'
import { dueOf } from '../../report/clocks/due.ts'
import type { ClockPolicy } from '../../report/clocks/policy.ts'
import { type Letter, letterOf, mayNameTitle } from '../letter.ts'
import { smsText } from '../sms-text.ts'
import { clocksOf, readSmsTemplate, readTemplate } from '../table.ts'
import type { WordedDoor, Wording, WordingName } from './delivered.ts'

export const secrecies = ['open', 'anonymous', 'confidential'] as const
export type Secrecy = (typeof secrecies)[number]

type Setting = { calendar: Calendar; policy: ClockPolicy; now: Date; baseUrl: string }

/** A number that no report can have, for a letter in it is none of ours. */
const exampleId = 'CONTOH123'
const exampleTitle = 'Lampu jalan di depan pasar mati'
const exampleAnswer = 'Lampunya sudah kami ganti pagi ini.'
const exampleKeyword = 'KOTKUPANG'
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
  const report = { tracking_id: exampleId, stage: 'in_progress' as const, ...switches }
  const { calendar, baseUrl } = setting
  const clock = clockFor(name, setting)
  if (door === 'sms') {
    const template = name === 'status_said' ? 'status' : readSmsTemplate(name)
    if (!template || (name === 'status_said' && secrecy !== 'open')) return undefined
    const words = name === 'status_said' ? exampleAnswer : undefined
    const about = name === 'unsure_keyword' ? exampleKeyword : null
    const told = name === 'unsure_keyword' ? null : report
    return {
      subject: 'SMS',
      text: smsText({ template, report: told, clock, calendar, about, words, baseUrl, wording }),
    }
  }
  const template = readTemplate(name)
  if (!template) return undefined
  const title = secrecy === 'open' && mayNameTitle(template) ? exampleTitle : undefined
  const told = template === 'new_at_desk' ? null : report
  return letterOf({ template, report: told, title, clock, calendar, baseUrl, hasAccount: false, wording })
}

/** What a message names besides its number, by the message itself as it would leave. */
export type Named = { title: boolean; deadline: boolean }

export function namedIn({ subject, text }: Letter): Named {
  const said = `${subject}\n${text}`
  return { title: said.includes(exampleTitle), deadline: /\d{1,2} \p{L}+ 20\d\d/u.test(said) }
}

/** The sentence that is a message's own, without the frame of a letter. */
export function ownSentence(door: WordedDoor, { text }: Letter): string {
  const paragraphs = text.split('\n\n')
  return door === 'sms' ? text : (paragraphs[paragraphs.length > 3 ? 1 : 0] ?? '')
}

/** The clock whose end the message may name, begun today. */
function clockFor(name: WordingName, { calendar, policy, now }: Setting): Clock | null {
  const template = readTemplate(name)
  const kind = name === 'status' ? 'answer' : template && clocksOf[template]?.[0]
  if (!kind) return null
  const clock = start(kind, policy[kind], dayOf(now, office.zone), office)
  return name === 'overdue' ? { ...clock, overdueAt: dueOf(clock, calendar).dueDay } : clock
}
