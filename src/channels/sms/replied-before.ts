import { createHmac } from 'node:crypto'
import { acknowledgements, type SmsAnswer, smsAnswers } from '../../notifications/table.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import type { Tx } from '../../report/as.ts'
import { keptOf } from '../asked/kept.ts'
import { movedSince, sameReplyMs } from '../arrivals/moved-since.ts'
import { wishesIn } from '../arrivals/raised-by.ts'
import type { Settled } from '../arrivals/settle.ts'
import type { Acted, FromSender } from './acting.ts'
import { answersNothing } from './understand/answers-nothing.ts'
import { nudges } from './understand/nudges.ts'
import type { Question, Understood } from './understand/understood.ts'

/** What joins a report in words, or judges its answer. Stars are no harm twice, and may have been others in between. */
const replies: readonly Understood['kind'][] = ['reply', 'not_done', 'confirm']
/** Of words that we had asked about first; to "which report?" they may be for another one the next time. */
const asked: readonly string[] = ['new_or_reply', 'yes_or_no', 'why_not'] satisfies Question[]

/** Also a note, whoever wrote hearing how the report stands. */
function isReplying(meant: Understood): boolean {
  if (meant.kind === 'several') return meant.each.every((one) => one.kind === 'status' || isNote(one))
  return replies.includes(meant.kind)
}

function isNote(one: Understood): boolean {
  return one.kind === 'reply' && one.isNote === true
}

/** `done`, known again by its words where they were a reply. */
export function rememberReply<Done extends Settled>(
  { keys, sender }: FromSender,
  { text, meant }: { text: string; meant: Understood | { asked: string | null } },
  done: Done,
): Done {
  const isKnown = 'kind' in meant ? isReplying(meant) : asked.includes(meant.asked ?? '')
  const wishes = wishesIn(text)
  // Whoever asks to be hidden is hidden each time.
  const isReply = done.outcome === 'reply' && !done.words && isKnown && !wishes.anonymous && !wishes.confidential
  return isReply
    ? { ...done, words: { said: hashOf(keys, sender, text), said_nearly: hashOf(keys, sender, text) } }
    : done
}

/**
 * The very words of a reply once more, brought again or sent twice, while nothing was said to this number that they could answer: they are that
 * reply, and nothing is done.
 */
export async function repliedBefore(from: FromSender, text: string): Promise<Acted | undefined> {
  const { tx, keys, sender, senderIndex, own, setting } = from
  const before = await tx
    .selectFrom('identity.arrival')
    .select(['report_id', 'settled_at'])
    .where('said_nearly', '=', hashOf(keys, sender, text))
    .where('outcome', '=', 'reply')
    .where('settled_at', '>', new Date(setting.now.getTime() - sameReplyMs))
    .orderBy('settled_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const report = own.find(({ id }) => id === before?.report_id)
  if (!before?.settled_at || !report || (await isElsewhere(from, before.settled_at))) return undefined
  // Who only asks after it, or promises to answer, hears how it stands.
  const isLater = nudges(text) || answersNothing(text) === 'later'
  const template = isLater ? 'status' : await thanked(tx, senderIndex, report.id)
  return { outcome: 'reply', reason: 'again', reportId: report.id, ...(template ? { say: { template } } : {}) }
}

/** Since then one of theirs was asked about, answered, filed or changed, or we asked back. */
async function isElsewhere(from: FromSender, since: Date): Promise<boolean> {
  const kept = await keptOf(from)
  if (kept.some(({ askedAt }) => askedAt > since)) return true
  return movedSince(
    from.tx,
    from.own.map(({ id }) => id),
    since,
  )
}

/** As it was answered the first time. */
async function thanked(tx: Tx, toIndex: Buffer, reportId: string): Promise<SmsAnswer | undefined> {
  const said = await tx
    .selectFrom('identity.message')
    .select('template')
    .where('to_index', '=', toIndex)
    .where('report_id', '=', reportId)
    .where('template', 'in', acknowledgements)
    .orderBy('turn', 'desc')
    .limit(1)
    .executeTakeFirst()
  return smsAnswers.find((answer) => answer === said?.template)
}

function hashOf({ indexSecret }: Pick<IdentityKeys, 'indexSecret'>, sender: string, text: string): Buffer {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return createHmac('sha256', indexSecret).update(`lapor replied ${sender}   ${words}`).digest()
}
