import { catalogue } from '../../ui/words/index.ts'
import { deliveredDigest } from '../digest/digest-words.ts'
import { mailAnswers, type MailAnswerName, type mailWordingName, readMailAnswer } from '../mail-answers.ts'
import {
  type ByMail,
  byMail,
  type Channel,
  digest,
  type OnPage,
  onPage,
  readSmsTemplate,
  readTemplate,
  readXTemplate,
  type SmsAlone,
  type SmsAnswer,
  smsAlone,
  type Template,
  type XAnswer,
} from '../table.ts'

/** The doors whose words can be edited. */
export const wordedDoors = ['email', 'sms', 'x'] as const satisfies readonly Channel[]
export type WordedDoor = (typeof wordedDoors)[number]

/**
 * `status_said`, `mail_status_said`: a `status` where an office has said something that whoever asks may read; `status_page`,
 * `mail_status_page`: where they read it by a link; `status_cut`: where one SMS does not hold it; `status_rest`: its last part.
 */
const said = [
  'status_said',
  'mail_status_said',
  'status_page',
  'mail_status_page',
  'status_cut',
  'status_rest',
] as const
export type WordingName =
  | Template
  | SmsAnswer
  | SmsAlone
  | XAnswer
  | MailAnswerName
  | OnPage
  | ByMail
  | typeof digest
  | (typeof said)[number]

/** How an SMS alone says how a report stands. */
export const bySmsAlone: readonly WordingName[] = ['status_cut', 'status_rest', ...smsAlone]

/** `subject` of letters alone. */
export type Wording = { subject: string | null; words: string }

const onPageFacts = ['nomor', 'tenggat', 'tautan'] as const

/** Said by SMS to whoever filed by another door. */
export function isOnPage(name: string): name is OnPage {
  return onPage(toldOf(name)) === name
}

/** Said by letter to whoever filed by mail. */
export function isByMail(name: string): name is ByMail {
  return byMail(toldOf(name)) === name
}

/** The message whose other words these are; any other name as it is. */
export function toldOf(name: string): string {
  const told = name.replace(/_(?:on_page|by_mail)$/, '')
  return [onPage(told), byMail(told)].some((other) => other === name) ? told : name
}

type Say = (...facts: string[]) => string
const all: Readonly<Record<string, { id: unknown }>> = catalogue

/** With what each of these is told, in the order of its phrase; a letter with a day, all others with a number and a day. */
const factsOf: Readonly<Partial<Record<string, readonly string[]>>> = {
  status: ['nomor', 'status', 'tenggat'],
  status_said: ['nomor', 'status', 'ucapan'],
  status_page: ['nomor', 'status', 'tautan', 'tenggat'],
  status_cut: ['nomor', 'status', 'ucapan', 'tautan'],
  status_more: ['nomor', 'ucapan'],
  status_rest: ['nomor', 'ucapan'],
  ombudsman_offer: onPageFacts,
  secrecy_changed: onPageFacts,
  words_changed: onPageFacts,
  opening_noted: onPageFacts,
  withdraw_page: onPageFacts,
  settings_page: onPageFacts,
  withdraw_over: ['nomor', 'status'],
  withdrawn_before: ['nomor', 'tanggal'],
  unsure_keyword: ['kata_kunci'],
  public_answer: ['tautan'],
  mail_status: ['status', 'tenggat'],
  mail_status_page: ['status', 'tautan', 'tenggat'],
  mail_unsure_keyword: ['kata_kunci'],
  mail_withdraw_page: ['tautan'],
  mail_settings_page: ['tautan'],
  mail_withdraw_over: ['status'],
  mail_withdrawn_before: ['tanggal'],
}

/** The words that came with the product, as a desk edits them; undefined where this door never says it. */
export function deliveredWording(door: WordedDoor, name: WordingName): Wording | undefined {
  if (door === 'email') {
    if (name === digest) return deliveredDigest()
    if (isMailAnswer(name)) return { subject: String(all.mail_answer_subject?.id), words: deliveredMailAnswer(name) }
    const words = all[`notifications_${name}`]?.id
    const told = isByMail(name) ? toldOf(name) : name
    if (!readTemplate(told) || words === undefined) return undefined
    return { subject: String(all[`notifications_${told}_subject`]?.id), words: editable(words, ['tenggat']) }
  }
  const isStatus = name === 'status_said' || name === 'status_page' || (door === 'sms' && bySmsAlone.includes(name))
  const known = isStatus || (door === 'x' ? readXTemplate(name) : readSmsTemplate(toldOf(name)))
  const words = ((door === 'x' && all[`x_${name}`]) || all[`sms_${name}`])?.id
  if (words === undefined || !known) return undefined
  return {
    subject: null,
    words: editable(words, factsOf[name] ?? (isOnPage(name) ? onPageFacts : ['nomor', 'tenggat'])),
  }
}

/** An answer to a mail; what an office said stands under the status, in a paragraph of its own. */
function deliveredMailAnswer(name: MailWordingName): string {
  if (name !== 'mail_status_said') return editable(all[name]?.id ?? '', factsOf[name] ?? [])
  return [deliveredMailAnswer('mail_status'), String(all.mail_status_said?.id), '{ucapan}'].join('\n\n')
}

type MailWordingName = ReturnType<typeof mailWordingName>

export function isMailAnswer(name: WordingName): name is MailWordingName {
  return name === 'mail_status_said' || name === 'mail_status_page' || readMailAnswer(name) !== undefined
}

/** A stored or asked name, or undefined for one that is no message of ours. */
export function readWordingName(name: string): WordingName | undefined {
  const answers = [...said, ...mailAnswers.map((answer) => `mail_${answer}` as const)]
  if (name === digest || isOnPage(name) || isByMail(name)) return name
  return readTemplate(name) ?? readSmsTemplate(name) ?? readXTemplate(name) ?? answers.find((answer) => answer === name)
}

/** A phrase with its facts named; what it says only with a day stands in brackets. */
function editable(phrase: unknown, facts: readonly string[]): string {
  if (typeof phrase !== 'function') return String(phrase)
  const say = phrase as Say
  const dated = say(...facts.map((name) => `{${name}}`))
  const dateless = say(...facts.map((name) => (name === 'tenggat' ? '' : `{${name}}`)))
  if (dated === dateless) return dated
  let start = 0
  while (start < dateless.length && dated[start] === dateless[start]) start += 1
  const tail = dateless.length - start
  return `${dated.slice(0, start)}[${dated.slice(start, dated.length - tail)}]${dateless.slice(start)}`
}
