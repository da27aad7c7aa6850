import { cleanText } from '../../intake/clean-text.ts'
import { receiveMessage } from '../../my-report/receive-message.ts'
import { writeNote } from '../../follow-up/write-note.ts'
import { MoveRefused } from '../../report/refusals.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import { asksToHide } from '../arrivals/plain-intake.ts'
import { act, type FileIt } from '../sms/act.ts'
import type { Acted, FromSender } from '../sms/acting.ts'
import { asReporter } from '../sms/as-reporter.ts'
import type { Own } from '../sms/own-reports.ts'
import { readWords } from '../sms/understand/read-words.ts'
import { onlyPraises } from '../sms/understand/only-praises.ts'
import { secrecyInFront } from '../sms/understand/secrecy-in-front.ts'
import { namesSeveral, withoutIds } from '../sms/understand/several.ts'
import { type Keyword, type Understood, understand } from '../sms/understand/understand.ts'
import { asNew } from './as-new.ts'
import type { Decision } from './kept.ts'
import { keywordMeantOf } from './keyword-meant.ts'

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
    const raise = asksToHide(text) ? 'confidential' : undefined
    return act({ ...from, judged: true }, asNew(text, keywords) ?? { kind: 'file', text: text.trim(), raise }, file)
  }
  if (decided.decision === 'all') return act(from, { kind: 'raise_all', what: secrecyOf(text) }, file)
  const how = howDecided(decided, text)
  const done = own && how !== 'report' ? await join(from, own, text, how, isChoice) : undefined
  if (done && done.outcome !== 'command') return done
  const understood = asNew(text, keywords)
  // BARU says that it is about something else; silence does not.
  const atLeast = decided.decision === 'report' ? from.atLeast : own?.hides
  if (understood) return act({ ...from, atLeast }, understood, file)
  return done ?? { outcome: 'command', reason: decided.asked ?? 'unanswered', ...(own ? { reportId: own.id } : {}) }
}

/** What was said about an answer, and neither taken back nor explained for a day, is told to its office, and moves it unless it only praises. */
function howDecided({ decision, asked }: Decided, text: string): Decision {
  if (decision !== 'unanswered') return decision
  if (asked !== 'yes_or_no') return 'report'
  return onlyPraises(text) ? 'note' : 'reply'
}

/** @param isChoice whether the words may be a command that lacked its report: YA, BELUM …, NILAI 4, RAHASIA */
async function join(from: FromSender, own: Own, text: string, how: Decision, isChoice: boolean): Promise<Acted> {
  const { tx, setting, receivedAt, attachments } = from
  // What is said of several is done to none of them.
  if (namesSeveral(text, from.own)) return noteOfSeveral(from, own, text)
  const keyword = isChoice ? await keywordMeantOf(from, own.id, text) : undefined
  if (keyword) return keyword
  const meant = understand(text, [], [own])
  const commands: readonly Understood['kind'][] = ['confirm', 'not_done', 'rate', 'raise', 'status']
  if (isChoice && commands.includes(meant.kind)) return act(from, meant)
  const said = cleanText(replyIn(text, own))
  const raise = secrecyInFront(readWords(text))?.raise
  const done: Acted = { outcome: 'reply', say: { template: 'noted' } }
  return asReporter(tx, own.id, done, async (actor) => {
    // Whoever says RAHASIA in front does not want it read by everybody.
    if (raise && how === 'reply') await raiseSecrecy(tx, actor, own.id, { [raise]: true }, setting).catch(unlessRefused)
    const message = { text: said, attachments }
    if (how === 'note') await writeNote(tx, actor, own.id, message, setting)
    else await receiveMessage(tx, actor, own.id, { ...message, receivedAt }, setting)
  })
}

/** The office reads it, without the numbers of the others; what waits for a verdict is asked about alone. */
function noteOfSeveral({ tx, setting, own: all, attachments }: FromSender, own: Own, text: string): Promise<Acted> {
  const template = own.awaits === 'judgement' ? 'yes_or_no' : 'noted'
  const others = all.filter(({ id }) => id !== own.id)
  const note = { text: cleanText(withoutIds(text, others)), attachments }
  return asReporter(tx, own.id, { outcome: 'reply', say: { template, about: own.trackingId } }, (actor) =>
    writeNote(tx, actor, own.id, note, setting),
  )
}

function unlessRefused(error: unknown) {
  if (!(error instanceof MoveRefused)) throw error
}

/** Without the word BALAS. */
function replyIn(text: string, own: Own): string {
  const meant = understand(text, [], [{ ...own, awaits: 'details' }])
  return meant.kind === 'reply' ? meant.text : text.trim()
}

function secrecyOf(text: string) {
  const meant = understand(text, [], [{ trackingId: '', open: true }])
  return meant.kind === 'raise' ? meant.what : 'confidential'
}
