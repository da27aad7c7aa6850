import { blindIndex } from '../../accounts/contact.ts'
import { saysSomething } from '../../intake/clean-text.ts'
import { wordsIn } from '../../ui/words/index.ts'
import type { Acted } from '../sms/acting.ts'
import { withAsked } from '../asked/with-asked.ts'
import { readMessage } from '../sms/understand/said.ts'
import { filesBeside } from '../sms/understand/judge-and-file.ts'
import { secrecyAlone } from '../sms/understand/wish-beside.ts'
import { commanded } from './commanded.ts'
import { namesOwn } from '../arrivals/beside-shown.ts'
import { keywordsOf } from '../sms/understand/keywords.ts'
import { understand } from '../sms/understand/understand.ts'
import type { Understood } from '../sms/understand/understood.ts'
import { saysWithdrawal } from '../sms/understand/withdraw.ts'
import { continueReport, noteAside, noteEdit } from './continue-report.ts'
import { fileFromX } from './file-from-x.ts'
import type { OnXActing } from './on-x.ts'
import { type Post, showsSomething } from './post.ts'
import { joinLeftOver, reportOfThread, withLeftOver } from './thread.ts'
import { speaksToUs, wordsSaid } from './understand/addressed.ts'
import { raisedBy, wishesAnything } from '../arrivals/raised-by.ts'
import { understandPost } from './understand/understand-post.ts'

/** Commands that may be given in public; what they are answered goes to their author alone. */
const commands: readonly Understood['kind'][] = ['status', 'withdraw', 'lower', 'help', 'stop', 'start', 'several']
const asking: readonly Understood['kind'][] = ['status', 'help']

/** What a post becomes: part of its author's report, a command, a report, a question to a human, or nothing, with the reason. */
export async function answerPost(from: OnXActing, sent: Post, judged?: 'report' | 'no_report'): Promise<Acted> {
  if (judged === 'no_report') return { outcome: 'refused', reason: 'judged' }
  const post = await withLeftOver(from, sent)
  if (judged === 'report') return fileAs(from, post, wordsSaid(post.text, from.us))
  if (post.authorId !== from.us.userId && !post.isRetweet) {
    const { indexSecret } = from.keys
    const ourIndex = blindIndex(indexSecret, 'x', from.us.userId)
    const joined = await reportOfThread(from.tx, indexSecret, post, from.senderIndex, ourIndex)
    if (joined?.how === 'edited') return noteEdit(from, joined.reportId, post)
    if (joined && (joined.how === 'aside' || !speaksToUs(post, from.us))) return sayAside(from, joined.reportId, post)
    if (joined)
      return continueReport(from, joined.reportId, wordsSaid(post.text, from.us), (by, said) => fileAs(by, post, said))
  }
  const meant = understandPost(post, from.us)
  if (meant.kind === 'ignore' && (meant.reason === 'own' || post.isRetweet || post.isQuote))
    return { outcome: 'refused', reason: meant.reason }
  // Below one's own trouble that nobody has told us yet, "RAHASIA" and "tolong dicek" are about that.
  const isAboutAbove = post.above !== undefined && meant.kind === 'report'
  const wish =
    isAboutAbove && !from.own.some(({ open }) => open) ? undefined : wishTold(from, post, meant.kind === 'report')
  if (wish) return wish
  const command = commandIn(from, post, isAboutAbove)
  if (command)
    return commanded({ ...from, heard: wordsSaid(post.text, from.us) }, command, wordsSaid(post.text, from.us))
  switch (meant.kind) {
    case 'ignore':
      return { outcome: 'refused', reason: meant.reason }
    case 'unsure':
      return { outcome: 'quarantined', reason: 'unsure' }
    case 'report':
      return fileAs(from, post, wordsSaid(post.text, from.us))
  }
}

/** Not said to us below a report of theirs: a command that calls us, or words for whoever has the report, by which nothing moves. */
function sayAside(from: OnXActing, reportId: string, post: Post): Promise<Acted> {
  const command = commandIn(from, post)
  const said = wordsSaid(post.text, from.us)
  return command ? commanded(from, command, said) : noteAside(from, reportId, said)
}

/**
 * Only of somebody who calls us by name: "cek" below a stranger's post commands nothing. Nor does "tolong dicek" beside a picture, or about
 * what stands above, unless it names a report of theirs.
 */
function commandIn(from: OnXActing, post: Post, isAboutAbove = false): Understood | undefined {
  const { us, own } = from
  if (!callsUs(from, post)) return undefined
  const text = wordsSaid(post.text, us)
  if (!saysSomething(text)) return undefined
  const understood = understand(text, [], own)
  if (filesBeside(understood)) return undefined
  if ((showsSomething(post) || (isAboutAbove && asking.includes(understood.kind))) && !namesOwn(understood, own))
    return undefined
  return commands.includes(understood.kind) || saysWithdrawal(text) ? understood : undefined
}

/**
 * Nothing but a wish for secrecy is no report of its own: it hides the one that is open, and else we ask their author alone. So does one beside words
 * that are no report.
 */
function wishTold(from: OnXActing, post: Post, isReport: boolean): Promise<Acted> | undefined {
  if (!callsUs(from, post) || showsSomething(post)) return undefined
  const text = wordsSaid(post.text, from.us)
  const understood = understand(text, [], from.own)
  const isTold = !isReport && understood.kind !== 'file' && from.own.some(({ open }) => open)
  const isBeside = isTold && wishesAnything(text)
  if (!isBeside && !secrecyAlone(readMessage(text, [], from.own))) return undefined
  const heard = { text, keywords: [], understood }
  return withAsked({ ...from, heard: text }, heard, (settled) => commanded({ ...from, heard: text }, settled, text))
}

function callsUs({ us }: OnXActing, { mentions }: Post): boolean {
  return mentions.some((handle) => handle.toLowerCase() === us.handle.toLowerCase())
}

/** As a report of its author, hidden as they ask; where only followers may read them, confidential until they say otherwise. */
async function fileAs(from: OnXActing, post: Post, said: string): Promise<Acted> {
  const asked = raisedBy(said)
  const above = wordsSaid(post.above?.text ?? '', from.us)
  const raise = asked.raise ?? raisedBy(above).raise ?? (post.isProtected ? 'confidential' : undefined)
  const keywords = keywordsOf(from.setting.directory)
  const named = understand(asked.text, keywords, [])
  const office = named.kind === 'file' && named.agencyId && !named.unsure ? named : undefined
  const text = [above, office?.text ?? asked.text].filter(Boolean).join('\n') || wordsIn('id').x_only_photo
  const unshown = from.unshown + (post.above?.unshown ?? 0)
  const done = await fileFromX({ ...from, unshown }, { kind: 'file', text, raise, agencyId: office?.agencyId }, post)
  if (post.above && done.outcome === 'report' && done.reportId) await joinLeftOver(from, post, done.reportId)
  return done
}
