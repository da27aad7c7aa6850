import { tellReport } from '../arrivals/tell-report.ts'
import { act, type FileIt } from '../sms/act.ts'
import type { Acted, FromSender } from '../sms/acting.ts'
import type { Own } from '../sms/own-reports.ts'
import { answersQuestion } from '../sms/understand/answers-question.ts'
import { goesBackIn, withoutKeyword } from '../sms/understand/goes-back.ts'
import { nudges } from '../sms/understand/nudges.ts'
import { namesSeveral, withoutIds } from '../sms/understand/several.ts'
import { type Keyword, type Secrecy, type Understood, understand } from '../sms/understand/understand.ts'
import { wordsIn } from '../../ui/words/index.ts'
import { asNew } from './as-new.ts'
import { howDecided } from './how-decided.ts'
import type { Decision } from './kept.ts'
import { keywordMeantOf } from './keyword-meant.ts'
import { allMeant, deniedBy, tellEach } from './of-several.ts'

/** What was decided about a message that we asked back about, or that the desk looked at. */
export type Decided = { decision: Decision; about: string | null; asked: string | null }

/** Makes of kept words what somebody said that they are. What can be no reply any more is a report: nothing is lost. */
export async function carryOut(
  from: FromSender,
  { text, keywords }: { text: string; keywords: readonly Keyword[] },
  decided: Decided,
  file: FileIt,
): Promise<Acted> {
  const own = from.own.find(({ id }) => id === decided.about)
  const isChoice = decided.asked === 'which_report' || decided.asked === 'which_or_all'
  if (decided.decision === 'judged') {
    return act({ ...from, judged: true }, asNew(text, keywords) ?? { kind: 'file', text: text.trim() }, file)
  }
  const some = own ? [] : await ofWhich(from, { text, keywords }, decided)
  const each = await tellEach(from, some, text, (one) => join(from, one, text, wordsFor(one), true))
  const isAll = decided.decision === 'all'
  if (each && (isAll || each.outcome !== 'command')) return each
  if (isAll && decided.asked !== 'which_report') return act(from, ofAll(text), file)
  const how = howDecided(decided, { text, keywords, cameAt: from.cameAt ?? from.receivedAt }, own)
  const done = own && how !== 'report' ? await join(from, own, text, how, isChoice) : undefined
  if (done && done.outcome !== 'command') return done
  const understood = asNew(text, keywords) ?? (how === 'report' ? asItStands(text, keywords) : undefined)
  // BARU says that it is about something else; silence does not.
  const atLeast = decided.decision === 'report' ? from.atLeast : own?.hides
  if (understood) return act({ ...from, atLeast }, understood, file)
  return done ?? { outcome: 'command', reason: decided.asked ?? 'unanswered', ...(own ? { reportId: own.id } : {}) }
}

/** Which reports words are about to which nobody said a number: "which report?" "all", or nothing for a day. */
async function ofWhich(
  from: FromSender,
  { text, keywords }: { text: string; keywords: readonly Keyword[] },
  { decision, asked }: Decided,
): Promise<readonly Own[]> {
  if (asked !== 'which_report') return []
  if (decision === 'all') return allMeant(from.own, text)
  if (decision !== 'unanswered') return []
  const denied = await deniedBy(from, { text, keywords, cameAt: from.cameAt ?? from.receivedAt })
  return denied.length > 0 ? denied : goneOnFrom(from.own, text, keywords)
}

/** "depan masjid" to the only question that is open; "sudah diperbaiki, terima kasih" of somebody whose only open report awaits nothing. */
function goneOnFrom(own: readonly Own[], text: string, keywords: readonly Keyword[]): readonly Own[] {
  const held = own.filter(({ awaits }) => awaits === 'details')
  if (held.length === 1 && answersQuestion(text)) return held
  const [only, ...others] = own.filter(({ open, awaits }) => open || awaits)
  return only && others.length === 0 && !only.awaits && goesBackIn(text, keywords) ? [only] : []
}

/** What neither awaits an answer nor a verdict is told, and stays where it is. */
function wordsFor({ awaits }: Own): Decision {
  return awaits ? 'reply' : 'note'
}

/** BARU, of words that only make sense beside another: they are a report all the same, whole. */
function asItStands(text: string, keywords: readonly Keyword[]): Extract<Understood, { kind: 'file' }> | undefined {
  const isTold = goesBackIn(text, keywords) || nudges(withoutKeyword(text, keywords))
  return isTold ? { kind: 'file', text: text.trim() } : undefined
}

/** @param isChoice whether the words may be a command that lacked its report: YA, BELUM …, NILAI 4, RAHASIA */
async function join(from: FromSender, own: Own, text: string, how: Decision, isChoice: boolean): Promise<Acted> {
  // What is said of several is done to none of them.
  if (namesSeveral(text, from.own)) return noteOfSeveral(from, own, text)
  const keyword = isChoice ? await keywordMeantOf(from, own.id, text) : undefined
  if (keyword) return keyword
  const meant = understand(text, [], [own])
  const commands: readonly Understood['kind'][] = [
    'confirm',
    'not_done',
    'rate',
    'raise',
    'several',
    'status',
    'withdraw',
  ]
  if (isChoice && commands.includes(meant.kind)) return act(from, meant)
  const said = { text: replyIn(text, own), isNote: how === 'note' }
  return tellReport({ ...from, heard: text }, own.id, said, { outcome: 'reply', say: { template: 'noted' } })
}

/** The office reads it, without the numbers of the others; what waits for a verdict is asked about alone. */
function noteOfSeveral(from: FromSender, own: Own, text: string): Promise<Acted> {
  const template = own.awaits === 'judgement' ? 'yes_or_no' : 'noted'
  const others = from.own.filter(({ id }) => id !== own.id)
  const note = { text: withoutIds(text, others), isNote: true }
  return tellReport({ ...from, heard: text }, own.id, note, {
    outcome: 'reply',
    say: { template, about: own.trackingId },
  })
}

/** Without the word BALAS; BELUM without a reason says so. */
function replyIn(text: string, own: Own): string {
  if (own.awaits === 'judgement') {
    const judged = understand(text, [], [own])
    if (judged.kind === 'not_done') return judged.text
    if (judged.kind === 'ask' && judged.question === 'why_not') return wordsIn('id').sms_not_done_without_reason
  }
  const meant = understand(text, [], [{ ...own, awaits: 'details' }])
  return meant.kind === 'reply' ? meant.text : text.trim()
}

/** RAHASIA, ANONIM or both, of everything. */
function ofAll(text: string): Understood {
  const meant = understand(text, [], [{ trackingId: '', open: true }])
  const said = (meant.kind === 'several' ? meant.each : [meant]).flatMap((one) =>
    one.kind === 'raise' ? [one.what] : [],
  )
  const what: Secrecy[] = said.length > 0 ? said : ['confidential']
  const each = what.map((one): Understood => ({ kind: 'raise_all', what: one }))
  return { kind: 'several', each, clauses: each.map(() => text) }
}
