import type { Role } from '../report/actor.ts'
import type { ClockKind } from '../report/clocks/clocks.ts'
import type { Door } from '../report/doors.ts'
import type { Move } from '../report/lifecycle.ts'

/**
 * Who may hear of something. `handlers`: whoever must act now: the unit and its coordinator, else the own door and the
 * national desk. `companions`: reporters of what was merged into this report. `desk_hourly`: the desk, once an hour.
 * `settlers`: whoever has to say who is meant by a name in it.
 */
export type Who =
  | 'reporter'
  | 'companions'
  | 'unit'
  | 'coordinator'
  | 'own_door'
  | 'desk'
  | 'desk_hourly'
  | 'settlers'
  | 'handlers'
  | 'supervisors'

/** The ways a message can go: by any door. */
export type Channel = Door

/** For the reporter: neutral, for mailboxes and phones are shared. Number, what happened, by when, and the way in. */
export const reporterTemplates = [
  'receipt',
  'forwarded',
  'question',
  'resumed',
  'resumed_silent',
  'returned',
  'answered',
  'progress',
  'lapsed',
  'replied_by_desk',
  'reopened',
  'archived',
  'archived_silent',
  'merged',
  'unmerged',
  'parent_answered',
  'parent_closed',
  'message',
  'secrecy_changed',
  'words_changed',
  'ombudsman_offer',
  'opening_noted',
] as const

/** For offices: the number; by when only where the report is not confidential. */
export const officeTemplates = [
  'new_at_desk',
  'new_at_door',
  'new_for_office',
  'new_work',
  'handed_back',
  'returned_to_desk',
  'to_settle',
  'objected',
  'completed',
  'completed_silent',
  'replied',
  'reopened_work',
  'confirmed',
  'withdrawn',
  'noted',
  'work_back',
  'handle_with_care',
  'overdue',
  'to_ombudsman',
  'opening_asked',
  'opening_decided',
  'guessing',
] as const

/** What is said at once, by SMS or as a direct message of X, to whoever wrote one. */
export const smsAnswers = [
  'noted',
  'noted_all',
  'thanks',
  'not_now',
  'no_such_report',
  'no_reports',
  'what_happened',
  'why_not',
  'yes_or_no',
  'which_report',
  'which_or_all',
  'new_or_reply',
  'unsure_keyword',
  'stopped',
  'started',
  'help',
  'status',
  'withdraw_page',
  'settings_page',
  'withdraw_over',
  'withdrawn_before',
] as const

/** By SMS alone: the next part of what an office said, for an SMS holds so little; and what OMBUDSMAN does, for a phone shows no page. */
export const smsAlone = ['status_more', 'ombudsman_given', 'ombudsman_not_yet', 'ombudsman_which'] as const
export type SmsAnswer = (typeof smsAnswers)[number]
export type SmsAlone = (typeof smsAlone)[number]

/** Said to whoever has just written, awake and waiting: at night as well while they are (`wrote-just-now.ts`), though they said STOP, and before news. */
export const saidAtOnce: readonly string[] = ['receipt', ...smsAnswers, ...smsAlone]

/** What asks for an answer or points to CEK: whoever did not file by SMS hears where the report's page is instead (onPage). */
const answeredBySms = [
  'receipt',
  'question',
  'answered',
  'progress',
  'lapsed',
  'archived',
  'archived_silent',
  'message',
  'parent_answered',
  'ombudsman_offer',
] as const satisfies readonly ReporterTemplate[]
export type OnPage = `${(typeof answeredBySms)[number]}_on_page`

/** What is read, or done, on the report's page: whoever filed by SMS or on X has no key to it, and gets a link. */
export const readOnPage: readonly string[] = [
  'ombudsman_offer',
  'secrecy_changed',
  'words_changed',
  'opening_noted',
  'withdraw_page',
  'settings_page',
]

/** How an SMS says this to whoever filed by another door: a phone number typed there opens nothing here (decision 12). */
export function onPage(template: string): OnPage | undefined {
  const found = answeredBySms.find((one) => one === template)
  return found && `${found}_on_page`
}

/** A letter said otherwise to whoever filed by mail: they have no key for the page, and read by CEK, where something is hidden by its link. */
const answeredByMail = ['question', 'answered', 'message'] as const satisfies readonly ReporterTemplate[]
export type ByMail = `${(typeof answeredByMail)[number]}_by_mail`

/** How a letter says this to whoever filed by mail; undefined where it says the same to everybody. */
export function byMail(template: string): ByMail | undefined {
  const found = answeredByMail.find((one) => one === template)
  return found && `${found}_by_mail`
}

/** What is said on X alone, under the post of whoever called us; once for each report, and never of one that hides anything. */
export const publicAnswer = 'public_answer'
export type XAnswer = typeof publicAnswer

/** The one letter of a morning, for officers who chose it instead of one for everything that happens. */
export const digest = 'digest'

/** That a message has come, said without being asked: so many a day to one number, however many come. */
export const acknowledgements: readonly string[] = ['receipt', 'noted', 'noted_all', 'thanks', 'unsure_keyword']

export type ReporterTemplate = (typeof reporterTemplates)[number]
export type Template = ReporterTemplate | (typeof officeTemplates)[number]

export function isForReporter(template: string): template is ReporterTemplate {
  return (reporterTemplates as readonly string[]).includes(template)
}

/** What an SMS may say: everything that a reporter hears, and the answers to whoever wrote one. */
export function readSmsTemplate(name: string): ReporterTemplate | SmsAnswer | SmsAlone | undefined {
  return [...reporterTemplates, ...smsAnswers, ...smsAlone].find((template) => template === name)
}

/** What X may say: what an SMS may, but for what that says alone, and the public answer. */
export function readXTemplate(name: string): ReporterTemplate | SmsAnswer | XAnswer | undefined {
  if (name === publicAnswer) return publicAnswer
  return [...reporterTemplates, ...smsAnswers].find((template) => template === name)
}

/** A stored template's name, or undefined for one that is no longer ours. */
export function readTemplate(name: string): Template | undefined {
  return [...reporterTemplates, ...officeTemplates].find((template) => template === name)
}

/**
 * `by`: only when someone of these roles did it. `titled`: the letter may name the report's title, where nothing of the
 * report is hidden; an officer's never does (secrecy.md, messages going out).
 */
export type Telling = {
  on: Move
  to: Who
  say: Template
  by?: readonly Role[]
  titled?: true
}

const office: readonly Role[] = ['verifier', 'coordinator', 'officer']

/**
 * Who is told what: the whole of it. Nobody is told of what they did themselves, the reporter's receipt excepted. What
 * is not here is told to nobody.
 */
export const tellings: readonly Telling[] = [
  { on: 'submit', to: 'reporter', say: 'receipt' },
  { on: 'submit', to: 'desk_hourly', say: 'new_at_desk' },
  { on: 'submit', to: 'own_door', say: 'new_at_door', titled: true },
  { on: 'forward', to: 'reporter', say: 'forwarded' },
  { on: 'forward', to: 'coordinator', say: 'new_for_office', titled: true },
  { on: 'forward', to: 'unit', say: 'new_work' },
  { on: 'assign', to: 'unit', say: 'new_work' },
  { on: 'hold', to: 'reporter', say: 'question' },
  { on: 'complete', to: 'reporter', say: 'resumed', by: office },
  { on: 'complete', to: 'reporter', say: 'resumed_silent', by: ['system'] },
  { on: 'complete', to: 'handlers', say: 'completed', by: ['reporter', ...office] },
  { on: 'complete', to: 'handlers', say: 'completed_silent', by: ['system'] },
  { on: 'report_progress', to: 'reporter', say: 'progress' },
  { on: 'return', to: 'reporter', say: 'returned' },
  { on: 'return', to: 'desk', say: 'returned_to_desk', titled: true },
  { on: 'hand_back', to: 'coordinator', say: 'handed_back', titled: true },
  { on: 'answer', to: 'reporter', say: 'answered' },
  { on: 'answer', to: 'companions', say: 'parent_answered' },
  { on: 'reply', to: 'reporter', say: 'replied_by_desk', by: ['verifier'] },
  { on: 'reply', to: 'handlers', say: 'replied' },
  { on: 'confirm', to: 'handlers', say: 'confirmed' },
  { on: 'confirm', to: 'companions', say: 'parent_closed' },
  { on: 'lapse', to: 'reporter', say: 'lapsed' },
  { on: 'lapse', to: 'companions', say: 'parent_closed' },
  { on: 'reopen', to: 'reporter', say: 'reopened', by: ['verifier'] },
  { on: 'reopen', to: 'handlers', say: 'reopened_work' },
  { on: 'archive', to: 'reporter', say: 'archived', by: ['verifier'] },
  { on: 'archive', to: 'reporter', say: 'archived_silent', by: ['system'] },
  { on: 'object', to: 'desk', say: 'objected', titled: true },
  { on: 'merge', to: 'reporter', say: 'merged' },
  { on: 'unmerge', to: 'reporter', say: 'unmerged', by: ['verifier', 'system'] },
  { on: 'unmerge', to: 'handlers', say: 'work_back' },
  { on: 'withdraw', to: 'handlers', say: 'withdrawn' },
  { on: 'note', to: 'reporter', say: 'message', by: office },
  { on: 'note', to: 'handlers', say: 'noted', by: ['reporter'] },
  { on: 'raise_secrecy', to: 'reporter', say: 'secrecy_changed', by: office },
  { on: 'raise_secrecy', to: 'handlers', say: 'handle_with_care' },
  { on: 'redact', to: 'reporter', say: 'words_changed' },
  { on: 'accuse', to: 'settlers', say: 'to_settle' },
  { on: 'unsettle_accused', to: 'settlers', say: 'to_settle' },
  { on: 'reroute', to: 'coordinator', say: 'new_for_office', titled: true },
  { on: 'reroute', to: 'unit', say: 'new_work' },
  { on: 'reroute', to: 'own_door', say: 'new_at_door', titled: true },
  { on: 'escalate', to: 'supervisors', say: 'to_ombudsman' },
  { on: 'escalate', to: 'handlers', say: 'to_ombudsman' },
]

/** Who hears that an answer is overdue, by level (casework.escalation). Where no unit has it, the coordinator owes it. */
export const overdueTellings: Readonly<Record<number, { to: Who; say: Template }>> = {
  1: { to: 'unit', say: 'overdue' },
  2: { to: 'coordinator', say: 'overdue' },
  3: { to: 'desk', say: 'overdue' },
  4: { to: 'supervisors', say: 'overdue' },
  5: { to: 'reporter', say: 'ombudsman_offer' },
}

/** Whose end each letter names, when that clock ran after the event that it is about. */
export const clocksOf: Readonly<Partial<Record<Template, readonly ClockKind[]>>> = {
  receipt: ['verify'],
  forwarded: ['answer'],
  question: ['hold'],
  resumed: ['verify', 'answer'],
  resumed_silent: ['verify', 'answer'],
  returned: ['verify'],
  answered: ['lapse'],
  progress: ['answer'],
  lapsed: ['reopen'],
  replied_by_desk: ['answer'],
  reopened: ['answer'],
  unmerged: ['verify', 'answer'],
  new_at_door: ['verify'],
  new_for_office: ['answer'],
  new_work: ['answer'],
  handed_back: ['answer'],
  returned_to_desk: ['verify'],
  objected: ['verify'],
  completed: ['verify', 'answer'],
  completed_silent: ['verify', 'answer'],
  replied: ['answer'],
  reopened_work: ['answer'],
  work_back: ['verify', 'answer'],
  overdue: ['answer'],
}

/** What to tell after this move, made by this role. A note among officers is told to nobody. */
export function tellingsOf(move: Move, by: Role, audience: string): readonly Telling[] {
  if (move === 'note' && audience === 'office') return []
  return tellings.filter((telling) => telling.on === move && (!telling.by || telling.by.includes(by)))
}
