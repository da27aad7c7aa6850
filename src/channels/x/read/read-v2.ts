import type { Direct, Post } from '../post.ts'
import { withLinks } from './links.ts'
import { direct2, includes2, type Includes, post2 } from './v2.ts'

/** A post as v2 shows it; undefined for what is none. @param beside the `includes` of the answer that it came with */
export function readPost(sent: unknown, beside: unknown): Post | undefined {
  const read = post2.safeParse(sent)
  if (!read.success) return undefined
  const { id, author_id, referenced_tweets = [], note_tweet: long, entities, attachments, geo, ...post } = read.data
  const includes = includes2.parse(beside ?? {})
  const author = includes.users?.find((user) => user.id === author_id)
  const [lon, lat] = geo?.coordinates?.coordinates ?? []
  const is = (type: string) => referenced_tweets.find((other) => other.type === type)
  const text = long?.text ?? post.text
  // Of a long post the beginning alone has the entities beside it; those of the whole are its own.
  const parts = [entities, long?.entities]
  const mentions = parts.flatMap((part) => part?.mentions ?? [])
  const hashtags = parts.flatMap((part) => part?.hashtags ?? [])
  const links = parts.flatMap((part) => part?.urls ?? [])
  const isTold = long ? long.entities : entities
  return {
    kind: 'post',
    id,
    authorId: author_id,
    handle: author?.username,
    speaker: author && [author.username, author.name, author.description].filter(Boolean).join(' '),
    isProtected: author?.protected,
    text: withLinks(text, links, { author: author?.username, isAttached: Boolean(attachments?.media_keys?.length) }),
    conversationId: post.conversation_id,
    repliesTo: is('replied_to')?.id,
    ...aboveOf(is('replied_to')?.id, author_id, includes),
    isRetweet: is('retweeted') !== undefined,
    isQuote: is('quoted') !== undefined,
    mentions: each(
      mentions.map(({ username }) => username),
      isTold?.mentions ? [] : handlesIn(text),
    ),
    hashtags: each(
      hashtags.map(({ tag }) => tag),
      isTold?.hashtags ? [] : tagsIn(text),
    ),
    ...attachedTo(attachments?.media_keys, includes, true),
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
  const { id, sender_id, text, entities, attachments } = read.data
  const handle = includes.users?.find((user) => user.id === sender_id)?.username
  return {
    kind: 'direct',
    id,
    senderId: sender_id,
    handle,
    text: withLinks(text, entities?.urls ?? [], {
      author: handle,
      isAttached: Boolean(attachments?.media_keys?.length),
    }),
    ...attachedTo(attachments?.media_keys, includes, false),
  }
}

function aboveOf(id: string | undefined, author: string, includes: Includes): Pick<Post, 'above'> {
  const sent = includes.tweets?.find((one) => one.id === id && one.author_id === author)
  const above = sent && readPost(sent, { users: includes.users })
  return above ? { above: { text: above.text, unshown: above.unshown ?? 0 } } : {}
}

/** @param withStills whether the still picture of a video may be fetched; of what was sent to us alone it may not */
function attachedTo(keys: readonly string[] = [], { media = [] }: Includes, withStills: boolean) {
  const all = keys.map((key) => media.find(({ media_key }) => media_key === key))
  const photos = all.map((one) => (one?.type === 'photo' ? one.url : undefined))
  const pictures = all.map((one, at) => photos[at] ?? (withStills ? one?.preview_image_url : undefined))
  return {
    pictures: pictures.filter((url) => url !== undefined),
    unshown: photos.filter((url) => url === undefined).length,
  }
}

function each(...lists: string[][]): string[] {
  return [...new Set(lists.flat())]
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
