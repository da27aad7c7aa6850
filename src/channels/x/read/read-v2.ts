import type { Direct, Post } from '../post.ts'
import { direct2, includes2, type Includes, post2 } from './v2.ts'

/** A post as v2 shows it; undefined for what is none. @param beside the `includes` of the answer that it came with */
export function readPost(sent: unknown, beside: unknown): Post | undefined {
  const read = post2.safeParse(sent)
  if (!read.success) return undefined
  const { id, author_id, referenced_tweets = [], entities, attachments, geo, ...post } = read.data
  const includes = includes2.parse(beside ?? {})
  const author = includes.users?.find((user) => user.id === author_id)
  const [lon, lat] = geo?.coordinates?.coordinates ?? []
  const is = (type: string) => referenced_tweets.find((other) => other.type === type)
  return {
    kind: 'post',
    id,
    authorId: author_id,
    handle: author?.username,
    speaker: author && [author.username, author.name, author.description].filter(Boolean).join(' '),
    isProtected: author?.protected,
    text: post.note_tweet?.text ?? post.text,
    conversationId: post.conversation_id,
    repliesTo: is('replied_to')?.id,
    isRetweet: is('retweeted') !== undefined,
    isQuote: is('quoted') !== undefined,
    mentions: entities?.mentions?.map(({ username }) => username) ?? handlesIn(post.text),
    hashtags: entities?.hashtags?.map(({ tag }) => tag) ?? tagsIn(post.text),
    pictures: picturesOf(attachments?.media_keys, includes),
    ...(lat !== undefined && lon !== undefined && isOnEarth(lat, lon) ? { point: { lat, lon } } : {}),
    place: includes.places?.find((place) => place.id === geo?.place_id)?.full_name,
    earlier: (post.edit_history_tweet_ids ?? []).filter((other) => other !== id),
  }
}

/** A direct message as v2 shows it; undefined for other events and for what is none. */
export function readDirect(sent: unknown, beside: unknown): Direct | undefined {
  const read = direct2.safeParse(sent)
  if (!read.success || (read.data.event_type ?? 'MessageCreate') !== 'MessageCreate') return undefined
  const includes = includes2.parse(beside ?? {})
  const { id, sender_id, text, attachments } = read.data
  const handle = includes.users?.find((user) => user.id === sender_id)?.username
  return {
    kind: 'direct',
    id,
    senderId: sender_id,
    handle,
    text,
    pictures: picturesOf(attachments?.media_keys, includes),
  }
}

function picturesOf(keys: readonly string[] = [], { media = [] }: Includes): string[] {
  return keys.flatMap((key) => media.find(({ media_key, type }) => media_key === key && type === 'photo')?.url ?? [])
}

export function handlesIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w@])@(\w{1,15})/g)].map(([, handle = '']) => handle)
}

export function tagsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}_&])#([\p{L}\p{N}_]+)/gu)].map(([, tag = '']) => tag)
}

export function isOnEarth(lat: number, lon: number): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180
}
