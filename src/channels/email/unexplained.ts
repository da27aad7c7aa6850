import { wordsIn } from '../../ui/words/index.ts'
import { tellReport } from '../arrivals/tell-report.ts'
import { asNew } from '../asked/as-new.ts'
import { besidesWish } from '../asked/hide-asked-about.ts'
import { howDecided } from '../asked/how-decided.ts'
import { type Decision, decide } from '../asked/kept.ts'
import type { Own } from '../sms/own-reports.ts'
import { readMessage } from '../sms/understand/said.ts'
import { saysIdle } from '../sms/understand/tells-nothing.ts'
import type { OwnReport, Understood } from '../sms/understand/understood.ts'
import type { Acted, Acting } from './acting.ts'
import { asPraise } from '../arrivals/as-praise.ts'
import { ownReport } from './own-report.ts'
import { ownReply } from './own-words.ts'
import type { Mail } from './read/mail.ts'

/** What a mail about an answer is kept under for a day: why it is not settled, or whether it is. */
type Unexplained = 'why_not' | 'yes_or_no'

/** BELUM alone refuses, and words that nobody is sure of may: kept for a day, in which whoever wrote may say why, or YA after all. */
export function keepAsked({ id }: Own, question: Unexplained): Acted {
  return {
    outcome: 'asked',
    reason: question,
    asked: { question, about: id },
    say: { template: question, reportId: id },
  }
}

/** Words of which nobody is sure whether it is settled by them, and that say something. */
export function isUnsure(understood: Understood, words: string, own: OwnReport): boolean {
  if (understood.kind !== 'ask' || understood.question !== 'yes_or_no') return false
  return asNew(words, []) !== undefined || saysIdle(readMessage(words, [], [own]).bare) === undefined
}

/** The reason, another answer or YA settles BELUM alone: it is said with it. What else was kept is told beside it, and YA closes over none of it. */
export async function settleUnexplained({ tx, setting }: Acting, { id }: Own, understood: Understood, done: Acted) {
  const { kind } = understood
  const isVerdict = kind === 'confirm' || kind === 'not_done' || (kind === 'reply' && !understood.isNote)
  if (!isVerdict || done.outcome !== 'reply') return
  await tx
    .updateTable('identity.arrival')
    .set({ outcome: 'reply', reason: 'same', report_id: id, sealed: null, settled_at: setting.now })
    .where('about', '=', id)
    .where('door', '=', 'email')
    .where('outcome', '=', 'asked')
    .where('asked', '=', 'why_not' satisfies Unexplained)
    .execute()
  await decideUnsure({ tx, setting }, id, kind === 'confirm' ? 'note' : 'reply')
}

/** Says what the words are that we asked about whether this report is settled by them. @returns whether there were any */
export async function decideUnsure(
  { tx, setting }: Pick<Acting, 'tx' | 'setting'>,
  reportId: string,
  decision: 'note' | 'reply',
): Promise<boolean> {
  const kept = await tx
    .selectFrom('identity.arrival')
    .select('id')
    .where('about', '=', reportId)
    .where('door', '=', 'email')
    .where('outcome', '=', 'asked')
    .where('asked', '=', 'yes_or_no' satisfies Unexplained)
    .orderBy('arrived_at')
    .execute()
  for (const one of kept) await decide(tx, one, decision, null, setting.now)
  return kept.length > 0
}

/** What was asked about a mail, and who said what it is: its sender, or a day of silence. */
type Decided = { decision: Decision; about: string | null; asked: string | null }

/** Nobody has explained BELUM for a day: its office hears that it is not done. What else was kept is told in its own words. */
export async function tellUnexplained(acting: Acting, mail: Mail, decided: Decided): Promise<Acted> {
  const { tx, pair, setting, receivedAt: at } = acting
  const { about, asked } = decided
  const own = about && mail.from ? await ownReport(tx, pair, about, mail.from, { rules: setting.rules, at }) : undefined
  if (own && asked === 'yes_or_no') return tellUnsure(acting, mail, decided, own)
  if (!own || own.awaits === 'details' || own.past)
    return { outcome: 'command', reason: asked ?? 'unanswered', ...(own ? { reportId: own.id } : {}) }
  const heard = `${mail.subject}\n${ownReply(mail, mail.from ?? '')}`
  const text = wordsIn('id').sms_not_done_without_reason
  const told = await tellReport({ ...acting, heard, attachments: undefined }, own.id, { text }, { outcome: 'reply' })
  return { ...told, say: { template: told.outcome === 'reply' ? 'noted' : 'not_now' } }
}

/** As words that another door kept; only a letter is about its own report: what looks new is said of that answer. What moves nothing any more is a note. */
async function tellUnsure(acting: Acting, mail: Mail, decided: Decided, own: Own): Promise<Acted> {
  const text = ownReply(mail, mail.from ?? '') || mail.subject
  const isPraise = decided.decision === 'unanswered' && asPraise(text, own) !== undefined
  const how = isPraise
    ? 'note'
    : howDecided(decided, { text: besidesWish(text), keywords: [], cameAt: acting.receivedAt }, own)
  const isNote = how === 'note' || (how === 'report' && own.awaits !== 'judgement')
  const tell = (note: boolean) =>
    tellReport({ ...acting, heard: `${mail.subject}\n${text}` }, own.id, { text, isNote: note }, { outcome: 'reply' })
  const told = await tell(isNote)
  const done = told.outcome === 'reply' || isNote ? told : await tell(true)
  return { ...done, say: { template: done.outcome === 'reply' ? 'noted' : 'not_now' } }
}
