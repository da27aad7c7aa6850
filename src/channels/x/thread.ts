import type { Tx } from '../../report/as.ts'
import { settle } from '../arrivals/settle.ts'
import type { Acting, FromSender } from '../sms/acting.ts'
import type { Post } from './post.ts'
import { takeFromDesk } from './unsure.ts'
import { hashOfMessage } from './message-hash.ts'

/**
 * How a post belongs to a report that is there: it is that post again, edited; it goes on under words of its author, or under our answer; or
 * it is said to somebody else in the thread.
 */
export type Joined = { reportId: string; how: 'edited' | 'continued' | 'aside' }

/**
 * The report that this post belongs to. Only its own author continues a report: whoever else writes below is nobody's reporter.
 * @param authorIndex blind index of who wrote it
 * @param ourIndex of our own account, where a human may have answered by hand
 */
export async function reportOfThread(
  tx: Tx,
  indexSecret: Uint8Array,
  post: Post,
  authorIndex: Buffer,
  ourIndex: Buffer,
): Promise<Joined | undefined> {
  const hash = (id: string) => hashOfMessage(indexSecret, `post ${id}`)
  const edited = await filedFrom(tx, post.earlier.map(hash), authorIndex)
  if (edited) return { reportId: edited, how: 'edited' }
  if (!post.repliesTo) return undefined
  const parent = hash(post.repliesTo)
  const continued = (await filedFrom(tx, [parent], authorIndex)) ?? (await answeredAs(tx, parent, authorIndex))
  if (continued) return { reportId: continued, how: 'continued' }
  const root = post.conversationId && post.conversationId !== post.id ? [hash(post.conversationId)] : []
  const around = await filedFrom(tx, root, authorIndex)
  if (!around) return undefined
  return { reportId: around, how: (await isFrom(tx, parent, [authorIndex, ourIndex])) ? 'continued' : 'aside' }
}

/** With the words that it goes on from, where nothing has become of them; without, where they are a report, forgotten, or taken back. */
export async function withLeftOver({ tx, keys, senderIndex }: FromSender, post: Post): Promise<Post> {
  if (!post.above) return post
  const above = await arrivalOf(tx, hashOfMessage(keys.indexSecret, `post ${post.repliesTo}`))
  const isNothing = above?.outcome === 'quarantined' || above?.outcome === 'refused'
  const isTheirs = above?.reason !== 'taken_back' && above?.sender_index?.equals(senderIndex)
  return !above || (isNothing && isTheirs) ? post : { ...post, above: undefined }
}

/** What a human was to look at above is part of this report now. */
export async function joinLeftOver({ tx, keys, setting }: Acting, post: Post, reportId: string) {
  const above = await arrivalOf(tx, hashOfMessage(keys.indexSecret, `post ${post.repliesTo}`))
  if (above?.outcome !== 'quarantined') return
  await takeFromDesk(tx, above.id)
  await settle(tx, [above.id], { outcome: 'reply', reportId }, setting.now)
}

function arrivalOf(tx: Tx, hash: Buffer) {
  return tx
    .selectFrom('identity.arrival')
    .select(['id', 'outcome', 'reason', 'sender_index'])
    .where('door', '=', 'x')
    .where('message_hash', '=', hash)
    .executeTakeFirst()
}

/** Whether one of these wrote it, whatever became of it. */
async function isFrom(tx: Tx, hash: Buffer, indexes: Buffer[]): Promise<boolean> {
  const row = await tx
    .selectFrom('identity.arrival')
    .select('id')
    .where('door', '=', 'x')
    .where('message_hash', '=', hash)
    .where('sender_index', 'in', indexes)
    .executeTakeFirst()
  return row !== undefined
}

/** What this post goes on from, where nobody has read that yet: it is read first. */
export async function waitingAbove(
  tx: Tx,
  indexSecret: Uint8Array,
  post: Post,
  authorIndex: Buffer,
): Promise<string[]> {
  const above = [post.repliesTo, post.conversationId, ...post.earlier].filter(
    (id) => id !== undefined && id !== post.id,
  )
  if (above.length === 0) return []
  const rows = await tx
    .selectFrom('identity.arrival')
    .select('id')
    .where('door', '=', 'x')
    .where(
      'message_hash',
      'in',
      above.map((id) => hashOfMessage(indexSecret, `post ${id}`)),
    )
    .where('sender_index', '=', authorIndex)
    .where('outcome', 'is', null)
    .orderBy('arrived_at')
    .execute()
  return rows.map(({ id }) => id)
}

async function filedFrom(tx: Tx, hashes: Buffer[], authorIndex: Buffer): Promise<string | undefined> {
  if (hashes.length === 0) return undefined
  const row = await tx
    .selectFrom('identity.arrival')
    .select('report_id')
    .where('door', '=', 'x')
    .where('message_hash', 'in', hashes)
    .where('sender_index', '=', authorIndex)
    .where('report_id', 'is not', null)
    .orderBy('arrived_at')
    .executeTakeFirst()
  return row?.report_id ?? undefined
}

async function answeredAs(tx: Tx, hash: Buffer, authorIndex: Buffer): Promise<string | undefined> {
  const row = await tx
    .selectFrom('identity.x_said as s')
    .innerJoin('identity.filing as f', 'f.report_id', 's.report_id')
    .select('s.report_id')
    .where('s.post_hash', '=', hash)
    .where('f.door_index', '=', authorIndex)
    .executeTakeFirst()
  return row?.report_id
}
