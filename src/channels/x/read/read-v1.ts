import { z } from 'zod'
import type { Direct, Gone, Post } from '../post.ts'
import { handlesIn, isOnEarth, tagsIn } from './read-v2.ts'

/** Posts and messages as the account activity of X brings them: the older shape. */
const id = z.string().regex(/^\d{1,20}$/)
const user = z.object({
  id_str: id,
  screen_name: z.string(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  protected: z.boolean().nullish(),
})
const media = z.array(z.object({ type: z.string(), media_url_https: z.string() })).nullish()
const post1 = z.object({
  id_str: id,
  text: z.string().nullish(),
  full_text: z.string().nullish(),
  extended_tweet: z.object({ full_text: z.string(), extended_entities: z.object({ media }).nullish() }).nullish(),
  user,
  in_reply_to_status_id_str: id.nullish(),
  retweeted_status: z.unknown().optional(),
  is_quote_status: z.boolean().nullish(),
  extended_entities: z.object({ media }).nullish(),
  coordinates: z.object({ coordinates: z.tuple([z.number(), z.number()]) }).nullish(),
  place: z.object({ full_name: z.string() }).nullish(),
  edit_history: z.object({ initial_tweet_id: id.nullish() }).nullish(),
})

export function readPost1(sent: unknown): Post | undefined {
  const read = post1.safeParse(sent)
  if (!read.success) return undefined
  const post = read.data
  const text = post.extended_tweet?.full_text ?? post.full_text ?? post.text ?? ''
  const [lon, lat] = post.coordinates?.coordinates ?? []
  const { screen_name, name, description } = post.user
  const first = post.edit_history?.initial_tweet_id
  return {
    kind: 'post',
    id: post.id_str,
    authorId: post.user.id_str,
    handle: screen_name,
    speaker: [screen_name, name, description].filter(Boolean).join(' '),
    isProtected: post.user.protected ?? undefined,
    text,
    repliesTo: post.in_reply_to_status_id_str ?? undefined,
    isRetweet: Boolean(post.retweeted_status),
    isQuote: post.is_quote_status ?? false,
    mentions: handlesIn(text),
    hashtags: tagsIn(text),
    pictures: [post.extended_tweet?.extended_entities?.media, post.extended_entities?.media]
      .flatMap((some) => some ?? [])
      .filter(({ type }) => type === 'photo')
      .map(({ media_url_https }) => media_url_https),
    ...(lat !== undefined && lon !== undefined && isOnEarth(lat, lon) ? { point: { lat, lon } } : {}),
    place: post.place?.full_name,
    earlier: first && first !== post.id_str ? [first] : [],
  }
}

const direct1 = z.object({
  type: z.literal('message_create'),
  id,
  message_create: z.object({
    sender_id: id,
    message_data: z.object({
      text: z.string().nullish(),
      attachment: z.object({ media: z.object({ type: z.string(), media_url_https: z.string() }).nullish() }).nullish(),
    }),
  }),
})
const users1 = z.record(z.string(), z.object({ screen_name: z.string() })).catch({})

export function readDirect1(sent: unknown, users: unknown): Direct | undefined {
  const read = direct1.safeParse(sent)
  if (!read.success) return undefined
  const { sender_id, message_data } = read.data.message_create
  const picture = message_data.attachment?.media
  return {
    kind: 'direct',
    id: read.data.id,
    senderId: sender_id,
    handle: users1.parse(users ?? {})[sender_id]?.screen_name,
    text: message_data.text ?? '',
    pictures: picture?.type === 'photo' ? [picture.media_url_https] : [],
  }
}

const gone1 = z.object({ status: z.object({ id, user_id: id.optional() }) })

export function readGone1(sent: unknown): Gone | undefined {
  const read = gone1.safeParse(sent)
  return read.success ? { kind: 'gone', postId: read.data.status.id, authorId: read.data.status.user_id } : undefined
}
