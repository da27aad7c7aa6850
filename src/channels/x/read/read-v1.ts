import { z } from 'zod'
import type { Direct, Gone, Post } from '../post.ts'
import { withLinks } from './links.ts'
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
const medium = z.object({ type: z.string(), media_url_https: z.string(), url: z.string().nullish() })
const media = z.array(medium).nullish()
const entities = z
  .object({ urls: z.array(z.object({ url: z.string(), expanded_url: z.string().optional() })).nullish() })
  .nullish()
  .catch(undefined)
const post1 = z.object({
  id_str: id,
  text: z.string().nullish(),
  full_text: z.string().nullish(),
  extended_tweet: z
    .object({ full_text: z.string(), entities, extended_entities: z.object({ media }).nullish() })
    .nullish(),
  user,
  in_reply_to_status_id_str: id.nullish(),
  retweeted_status: z.unknown().optional(),
  is_quote_status: z.boolean().nullish(),
  entities,
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
  const attached = [post.extended_tweet?.extended_entities?.media, post.extended_entities?.media].flatMap(
    (some) => some ?? [],
  )
  const links = [
    ...(post.extended_tweet?.entities?.urls ?? []),
    ...(post.entities?.urls ?? []),
    ...mediaLinks(attached),
  ]
  return {
    kind: 'post',
    id: post.id_str,
    authorId: post.user.id_str,
    handle: screen_name,
    speaker: [screen_name, name, description].filter(Boolean).join(' '),
    isProtected: post.user.protected ?? undefined,
    text: withLinks(text, links, { author: screen_name, isAttached: attached.length > 0 }),
    repliesTo: post.in_reply_to_status_id_str ?? undefined,
    isRetweet: Boolean(post.retweeted_status),
    isQuote: post.is_quote_status ?? false,
    mentions: handlesIn(text),
    hashtags: tagsIn(text),
    // Of a video this is its still picture.
    pictures: [...new Set(attached.map(({ media_url_https }) => media_url_https))],
    unshown: new Set(attached.flatMap((one) => (one.type === 'photo' ? [] : one.media_url_https))).size,
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
      entities,
      attachment: z.object({ media: medium.nullish().catch(undefined) }).nullish(),
    }),
  }),
})
const users1 = z.record(z.string(), z.object({ screen_name: z.string() })).catch({})

export function readDirect1(sent: unknown, users: unknown): Direct | undefined {
  const read = direct1.safeParse(sent)
  if (!read.success) return undefined
  const { sender_id, message_data } = read.data.message_create
  const attached = message_data.attachment ? [message_data.attachment.media ?? undefined] : []
  const handle = users1.parse(users ?? {})[sender_id]?.screen_name
  const links = [...(message_data.entities?.urls ?? []), ...mediaLinks(attached)]
  const pictures = attached.flatMap((one) => (one?.type === 'photo' ? [one.media_url_https] : []))
  return {
    kind: 'direct',
    id: read.data.id,
    senderId: sender_id,
    handle,
    text: withLinks(message_data.text ?? '', links, { author: handle, isAttached: attached.length > 0 }),
    pictures,
    unshown: attached.length - pictures.length,
  }
}

/** The addresses by which X names what is attached among the words. */
function mediaLinks(attached: readonly ({ url?: string | null } | undefined)[]) {
  return attached.flatMap((one) => (one?.url ? [{ url: one.url, media_key: 'attached' }] : []))
}

const gone1 = z.object({ status: z.object({ id, user_id: id.optional() }) })

export function readGone1(sent: unknown): Gone | undefined {
  const read = gone1.safeParse(sent)
  return read.success ? { kind: 'gone', postId: read.data.status.id, authorId: read.data.status.user_id } : undefined
}
