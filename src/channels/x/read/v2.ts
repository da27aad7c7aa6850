import { z } from 'zod'

/** Of what X v2 sends only what we use. What is missing is missing; what is odd in one place does not cost the rest. */
const id = z.string().regex(/^\d{1,20}$/)
const some = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)
const each = <T extends z.ZodType>(schema: T) =>
  z
    .array(z.unknown())
    .transform((items) =>
      items.flatMap((item) => {
        const read = schema.safeParse(item)
        return read.success ? [read.data] : []
      }),
    )
    .optional()
    .catch(undefined)

/** A short address of X and what it stands for; `media_key` where that is attached. */
const link2 = z.object({ url: z.string(), expanded_url: some(z.string()), media_key: some(z.string()) })

export type Link = z.infer<typeof link2>

export const entities2 = z.object({
  mentions: each(z.object({ username: z.string() })),
  hashtags: each(z.object({ tag: z.string() })),
  urls: each(link2),
})

export const post2 = z.object({
  id,
  author_id: id,
  text: z.string(),
  note_tweet: some(z.object({ text: z.string(), entities: some(entities2) })),
  conversation_id: some(id),
  referenced_tweets: each(z.object({ type: z.string(), id })),
  edit_history_tweet_ids: each(id),
  entities: some(entities2),
  attachments: some(z.object({ media_keys: each(z.string()) })),
  geo: some(
    z.object({
      place_id: some(z.string()),
      coordinates: some(z.object({ coordinates: z.tuple([z.number(), z.number()]) })),
    }),
  ),
})

export const direct2 = z.object({
  id,
  event_type: some(z.string()),
  sender_id: id,
  text: z.string().optional().default(''),
  entities: some(entities2),
  attachments: some(z.object({ media_keys: each(z.string()) })),
})

export const includes2 = z
  .object({
    users: each(
      z.object({
        id,
        username: z.string(),
        name: some(z.string()),
        description: some(z.string()),
        protected: some(z.boolean()),
      }),
    ),
    media: each(
      z.object({
        media_key: z.string(),
        type: z.string(),
        url: some(z.string()),
        preview_image_url: some(z.string()),
      }),
    ),
    places: each(z.object({ id: z.string(), full_name: z.string() })),
    tweets: each(z.looseObject({ id, author_id: id })),
  })
  .catch({})

export type Includes = z.infer<typeof includes2>

/** What we ask for beside each post. */
export const postQuery = {
  'tweet.fields':
    'author_id,attachments,conversation_id,created_at,edit_history_tweet_ids,entities,geo,note_tweet,referenced_tweets',
  expansions: 'author_id,attachments.media_keys,geo.place_id,referenced_tweets.id',
  'user.fields': 'description,name,protected,username',
  'media.fields': 'media_key,preview_image_url,type,url',
  'place.fields': 'full_name',
} as const

export const directQuery = {
  event_types: 'MessageCreate',
  'dm_event.fields': 'attachments,created_at,entities,event_type,id,sender_id,text',
  expansions: 'attachments.media_keys,sender_id',
  'user.fields': 'username',
  'media.fields': 'media_key,type,url',
} as const
