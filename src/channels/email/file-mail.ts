import { cleanLine, cleanText, saysSomething } from '../../intake/clean-text.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { idsIn } from '../../report/ids-in.ts'
import { fileArrived } from '../arrivals/file-arrived.ts'
import { type Hides, plainIntake, unsureIntake } from '../arrivals/plain-intake.ts'
import { alsoSaid } from '../sms/also-said.ts'
import { saidAgain, waitsForThem } from '../sms/said-again.ts'
import { saidBy, type SameReport, sameReport } from '../sms/same-said.ts'
import type { Acted, Acting, FromAddress } from './acting.ts'
import { ownComplaint } from './own-words.ts'
import { isNobody } from './read/judge-machine.ts'
import type { Mail } from './read/mail.ts'
import type { Secrecy } from '../sms/understand/understood.ts'
import type { MailUnderstood } from './understand-mail.ts'

const echoes = 3

export type ToFile = Extract<MailUnderstood, { kind: 'file' }> & { title?: string }

/** Files what was understood as a report, unless it is one already. The name that a mail program writes is nobody's choice, and is not kept. */
export async function fileMail(from: FromAddress, understood: ToFile): Promise<Acted> {
  const { tx, keys, setting, sender, isFlood, atLeast } = from
  const { text, title, agencyId, raise } = understood
  const { now } = setting
  const said = saidBy(keys, sender, { ...understood, text: `${title ?? ''} ${text}` })
  const [words] = said
  const same = await sameReport(tx, said, now, agencyId)
  if (same) await alsoSaid(from, same, { ...understood, text: `${title ?? ''}\n${text}` })
  const again = same && (await sameAgain(from, same, text))
  if (again) return { ...again, words }
  if (same && !from.attachments) {
    const say = same.times < echoes && !isFlood ? ({ say: { template: 'noted' } } as const) : {}
    const became = same.isSame ? ({ outcome: 'report' } as const) : ({ outcome: 'quarantined' } as const)
    return { ...became, reason: same.isSame ? 'same' : 'flood', reportId: same.id, words, ...say }
  }
  // Whoever's name stands on so many mails must not hear of each.
  if (isFlood) return fileForADesk(from, { subject: title ?? '', text, raise }, 'flood')
  const hides = plainIntake('email', [title ?? '', text], raise, atLeast)
  const intake = {
    ...hides,
    text: cleanText(nameless(from, hides, text)),
    ...titled(title && nameless(from, hides, title), atLeast),
    agency: agencyId,
    contact: { email: sender },
  }
  const filed = await fileArrived(from, intake)
  return 'id' in filed
    ? { outcome: 'report', reportId: filed.id, words }
    : { outcome: 'refused', reason: filed.outcome }
}

/** A name alone says nothing about a report: where no server vouches for it, the letter that goes to it has to be answered first. */
async function sameAgain(from: FromAddress, same: SameReport, text: string): Promise<Acted | undefined> {
  if (from.isVouched) return saidAgain(from, same, text)
  if (from.attachments || !waitsForThem(same)) return undefined
  return { outcome: 'command', reason: 'unsure_sender', reportId: same.id, say: { template: 'reply_to_this' } }
}

/** The number of a confidential report is in no title. */
function titled(title = '', { confidential }: Hides): { title?: string } {
  const tells = confidential && idsIn(title).length > 0
  return saysSomething(title) && !tells ? { title: cleanLine(title) } : {}
}

/** Where a report hides who filed it, its words do not tell it either. */
function nameless({ withoutWho }: Acting, { anonymous, confidential }: Hides, text: string): string {
  return anonymous || confidential ? withoutWho(text) : text
}

/** Why a mail becomes a report that the desk looks at first. */
export type Unsure = 'no_sender' | 'failed_sender' | 'flood' | 'unreadable' | 'encrypted' | 'only_files'

/**
 * A report for the desk to look at: whoever wrote cannot be answered, or what they wrote cannot be read. With `sender` it can still be asked.
 */
export async function fileForADesk(
  acting: Acting,
  { subject, text, sender, raise }: { subject: string; text: string; sender?: string; raise?: Secrecy },
  reason: Unsure,
): Promise<Acted> {
  const { atLeast } = acting
  const t = wordsIn('id')
  const notes: Partial<Record<Unsure, string>> = {
    encrypted: t.mail_in_encrypted,
    unreadable: t.mail_in_broken,
    only_files: t.mail_in_only_files,
  }
  const note = notes[reason] ?? ''
  const said = [note, text].filter(saysSomething).join('\n\n') || (saysSomething(subject) ? subject : '')
  if (!said) return { outcome: 'refused', reason: 'empty' }
  const hides = unsureIntake('email', [subject, text], raise, atLeast)
  const intake = {
    ...hides,
    text: cleanText(nameless(acting, hides, said)),
    ...titled(nameless(acting, hides, subject), atLeast),
    ...(sender ? { contact: { email: sender } } : { flags: ['no_way_back'] as const }),
  }
  const filed = await fileArrived(acting, intake)
  return 'id' in filed
    ? { outcome: 'quarantined', reason, reportId: filed.id }
    : { outcome: 'refused', reason: filed.outcome }
}

/** A report, says the national desk; whoever wrote is answered where they can be. */
export async function fileAsJudged(acting: Acting, mail: Mail, cut: boolean | undefined): Promise<Acted> {
  const sender = mail.from && !isNobody(mail.from) ? mail.from : undefined
  const text = mail.encrypted ? '' : ownComplaint(mail, mail.from, cut)
  const words = { subject: mail.subject, text, ...(sender ? { sender } : {}) }
  const done = await fileForADesk(acting, words, mail.encrypted ? 'encrypted' : mail.broken ? 'unreadable' : 'flood')
  return done.outcome === 'quarantined' ? { ...done, outcome: 'report', reason: 'judged' } : done
}
