import { blindIndex } from '../../accounts/contact.ts'
import type { Directory } from '../../agencies/directory.ts'
import { idempotencyHash } from '../../intake/file-report.ts'
import type { PhotoDeps } from '../../intake/put-aside.ts'
import type { TellDeps } from '../../notifications/tell-deps.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import { wordsInside } from '../arrivals/desk-words.ts'
import { idsIn } from '../../report/ids-in.ts'
import { fileJudged } from '../arrivals/file-judged.ts'
import { settle } from '../arrivals/settle.ts'
import type { Acted } from '../sms/acting.ts'
import { oneNumberAtATime } from '../sms/same-said.ts'
import { readAccount, type XAccount } from './api/account.ts'
import { answerDirect } from './answer-direct.ts'
import { answerPost } from './answer-post.ts'
import { asDecided } from './as-decided.ts'
import { answerGone, answerShut, isGoneAlready, judgedReport } from './answer-change.ts'
import { keepUnsure, takeFromDesk } from './unsure.ts'
import { fetchPictures } from './fetch-pictures.ts'
import type { OnXActing, Pictured } from './on-x.ts'
import type { Item, Us } from './post.ts'
import { ownReportsOnX } from './own-reports.ts'
import { waitingAbove } from './thread.ts'
import { threadOfOlder } from './thread-of-older.ts'
import { readItem, type WaitingItem } from './waiting.ts'
import { sayOnX } from './say-on-x.ts'
import { writtenAt } from './written-at.ts'

export type TakeXDeps = TellDeps &
  Pick<PhotoDeps, 'uploadsDir'> & { keys: IdentityKeys; directory(): Promise<Directory> }

/** Before an account was set, or after it was removed, what came is read as this one's. */
const nobody: Us = { userId: '', handle: 'lapor1708' }

/** Understands one item of X and does what it asks, once, in one transaction with its outcome; pictures are fetched before. */
export async function takeX(deps: TakeXDeps, arrivalId: string): Promise<void> {
  const known = await as(deps.db, system, (tx) => readItem(tx, deps.pair, arrivalId))
  if (!known) return
  const account = await readAccount(deps.db, deps.pair)
  const thread = await threadOfOlder(deps, account, known.item)
  for (const above of await waitingFor(deps, { ...known.item, ...thread })) await takeX(deps, above)
  const us = account ?? nobody
  const key = `x ${arrivalId}`
  const pictures = await picturesOf(deps, known.item, account, key)
  const [rules, directory] = await Promise.all([deps.rules(), deps.directory()])
  const setting = { rules, directory, now: deps.now() }
  await as(deps.db, system, async (tx) => {
    await oneNumberAtATime(tx, arrivalId)
    const waiting = await readItem(tx, deps.pair, arrivalId)
    if (!waiting) return
    const item: Item = { ...waiting.item, ...thread }
    if (waiting.judged) await takeFromDesk(tx, arrivalId)
    const acting = { tx, keys: deps.keys, setting, idempotencyKey: key }
    if (item.kind === 'unread') {
      const done =
        waiting.decided?.decision === 'judged'
          ? await fileJudged(acting, 'x', wordsInside(item.raw))
          : ({ outcome: 'quarantined', reason: 'unreadable' } as const)
      return settle(tx, [arrivalId], done, setting.now)
    }
    if (item.kind === 'gone' || item.kind === 'shut') {
      const done = await (item.kind === 'gone' ? answerGone : answerShut)(acting, item.postId)
      return settle(tx, [arrivalId], done, setting.now)
    }
    const isJudged = waiting.judged === 'report' || waiting.decided?.decision === 'judged'
    if (item.kind === 'post' && !isJudged && (await isGoneAlready(acting, item.id)))
      return settle(tx, [arrivalId], { outcome: 'refused', reason: 'taken_back' }, setting.now)
    const sender = item.kind === 'post' ? item.authorId : item.senderId
    const senderIndex = blindIndex(deps.keys.indexSecret, 'x', sender)
    const cameAt = receivedAt(item, waiting.arrivedAt)
    const named = { ids: idsIn(item.text), about: waiting.decided?.about }
    const own = await ownReportsOnX(tx, senderIndex, { rules, at: cameAt }, named)
    const from: OnXActing = {
      ...acting,
      ...pictures,
      door: 'x',
      pair: deps.pair,
      sender,
      senderIndex,
      own,
      receivedAt: cameAt,
      us,
    }
    const done = await answer(from, { ...waiting, item })
    if (done.outcome === 'quarantined' && done.reason === 'unsure')
      await keepUnsure(tx, deps.keys.keeper, arrivalId, item)
    await settle(tx, [arrivalId], done, setting.now)
    await sayOnX(deps, from, arrivalId, item, done, waiting.decided?.decision)
  })
}

/** What is read before this: what a post goes on from, and a post that is taken back where the desk has said that it is a report. */
function waitingFor({ db, keys }: TakeXDeps, item: Item): Promise<string[]> {
  if (item.kind === 'gone') return as(db, system, (tx) => judgedReport(tx, keys.indexSecret, item.postId))
  if (item.kind !== 'post') return Promise.resolve([])
  const author = blindIndex(keys.indexSecret, 'x', item.authorId)
  return as(db, system, (tx) => waitingAbove(tx, keys.indexSecret, item, author))
}

/** When it was written, as its id says. Nowhere stored: by it a report would lead to its post. */
function receivedAt({ id }: { id: string }, arrivedAt: Date): Date {
  const written = writtenAt(id)
  const isLikely = written < arrivedAt && arrivedAt.getTime() - written.getTime() < 30 * 86_400_000
  return isLikely ? written : arrivedAt
}

function answer(from: OnXActing, { item, judged, decided }: WaitingItem): Promise<Acted> {
  if (decided && (item.kind === 'post' || item.kind === 'direct')) return asDecided(from, item, decided)
  if (item.kind === 'post') return answerPost(from, item, judged)
  if (item.kind === 'direct') return answerDirect(from, item)
  throw new Error('nobody said this')
}

const nothing: Pictured = { missing: 0, unshown: 0 }

/** Pictures of whoever may be heard; those of our own, of what is only passed on and of strangers to us are not fetched. */
async function picturesOf(deps: TakeXDeps, item: Item, account: XAccount | undefined, key: string): Promise<Pictured> {
  if (item.kind !== 'post' && item.kind !== 'direct') return nothing
  const passesOn = item.kind === 'post' && (item.authorId === account?.userId || item.isRetweet || item.isQuote)
  if (passesOn) return nothing
  const { unshown = 0 } = item
  if (item.pictures.length === 0) return { ...nothing, unshown }
  const aside = idempotencyHash(key)
  const { kept, missing } = await fetchPictures(deps, account, item.kind === 'direct', item.pictures, aside)
  return { missing, unshown, ...(kept > 0 ? { attachments: aside.toString('hex') } : {}) }
}
