import { z } from 'zod'
import type { Item } from '../post.ts'
import { readDirect1, readGone1, readPost1 } from './read-v1.ts'
import { readDirect, readPost } from './read-v2.ts'

const list = z.array(z.unknown()).catch([])

/** The account activity of X: lists by what happened, in the older shape. */
const activity1 = z.object({
  tweet_create_events: list,
  direct_message_events: list,
  tweet_delete_events: list,
  users: z.unknown().optional(),
})

/** An envelope of the X Activity API around one event. */
const envelope = z.object({
  data: z.object({ event_type: z.string(), payload: z.unknown().optional(), includes: z.unknown().optional() }),
  includes: z.unknown().optional(),
})

/** A webhook of the filtered stream brings what the stream does. */
const streamed = z.object({
  data: z.looseObject({ id: z.string(), text: z.string() }),
  includes: z.unknown().optional(),
})

const deletion = z.object({ id: z.string().regex(/^\d{1,20}$/), author_id: z.string().optional() })

/** Events that are no message, and that we know to be none: nobody has said anything to us. */
const silent =
  /^(?:profile|follow|like|mute|block|space|news|oauth|chat|dm\.(?:sent|read|typing|indicate)|post\.(?:un)?(?:like|repost|bookmark))/
const silentLists =
  /^(?:favorite|follow|unfollow|block|unblock|mute|unmute|user|direct_message_(?:indicate_typing|mark_read))_events?$/

/**
 * What one call of X's webhook holds. Nothing is dropped for being odd: what cannot be read comes as `unread`, for a human.
 * @param raw the body, as its signature was made
 */
export function readHook(raw: string): Item[] {
  const sent = parse(raw)
  const event = envelope.safeParse(sent)
  if (event.success) return ofEnvelope(event.data.data, event.data.data.includes ?? event.data.includes, raw)
  const tweeted = streamed.safeParse(sent)
  if (tweeted.success) return orUnread([readPost(tweeted.data.data, tweeted.data.includes)], raw)
  const lists = activity1.safeParse(sent)
  if (!lists.success) return [{ kind: 'unread', raw }]
  return ofLists(lists.data, sent, raw)
}

function ofEnvelope(
  { event_type, payload }: { event_type: string; payload?: unknown },
  includes: unknown,
  raw: string,
): Item[] {
  if (silent.test(event_type)) return []
  if (event_type === 'post.delete') {
    const read = deletion.safeParse(payload)
    return orUnread(
      [read.success ? { kind: 'gone', postId: read.data.id, authorId: read.data.author_id } : undefined],
      raw,
    )
  }
  if (event_type.startsWith('dm.')) {
    const inside = activity1.safeParse(payload)
    const older = inside.success ? inside.data.direct_message_events : []
    if (older.length > 0)
      return orUnread(
        older.map((one) => readDirect1(one, inside.data?.users)),
        raw,
      )
    return orUnread([readDirect(payload, includes)], raw)
  }
  return orUnread([readPost(payload, includes)], raw)
}

function ofLists(lists: z.infer<typeof activity1>, sent: unknown, raw: string): Item[] {
  const read = [
    ...lists.tweet_create_events.map(readPost1),
    ...lists.direct_message_events.map((one) => readDirect1(one, lists.users)),
    ...lists.tweet_delete_events.map(readGone1),
  ]
  const names = Object.keys(sent as object).filter((name) => name.endsWith('_events') || name.endsWith('_event'))
  if (read.length === 0 && names.length > 0 && names.every((name) => silentLists.test(name))) return []
  return read.length === 0 ? [{ kind: 'unread', raw }] : orUnread(read, raw)
}

/** What is unreadable among others is kept whole, beside them. */
function orUnread(read: readonly (Item | undefined)[], raw: string): Item[] {
  const items = read.filter((item) => item !== undefined)
  return items.length === read.length ? items : [...items, { kind: 'unread', raw }]
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return undefined
  }
}
