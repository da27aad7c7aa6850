import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isSignedByUs } from './oauth-check.ts'
import { handle, type Instead } from './x-handlers.ts'
import { type Someone, testXKeys, us } from './x-people.ts'
import { matches } from './x-query.ts'
import { asAsked, onTheWire } from './x-wire.ts'

/** `typed`: as it was written; X hands out `text`. */
export type Kept = Record<string, unknown> & { id: string; author_id: string; text: string; typed: string }
type KeptDirect = {
  id: string
  sender_id: string
  to: string
  text: string
  typed: string
  created_at: string
  event_type: 'MessageCreate'
  attachments?: { media_keys: string[] }
}

type Attached = { photos?: readonly Buffer[]; videos?: readonly Buffer[] }

export type XServer = Awaited<ReturnType<typeof startXServer>>

/**
 * X as its documents describe it: OAuth 1.0a signatures and bearer tokens are checked, limits and problems are answered as X answers
 * them, the stream begins with an empty line. `instead` answers the next calls of a path otherwise; with `after` the call does its
 * work first, and only its answer is lost.
 */
export async function startXServer(now: () => Date = () => new Date()) {
  const state = {
    url: '',
    keys: testXKeys,
    events: new EventEmitter(),
    posts: [] as Kept[],
    directs: [] as KeptDirect[],
    gone: new Map<string, 'deleted' | 'protected'>(),
    people: new Map<string, Someone>([[us.id, us]]),
    media: new Map<string, { path: string; bytes: Buffer; direct?: true; type?: 'video' }>(),
    instead: new Map<string, Instead[]>(),
    calls: [] as string[],
    rules: [] as { id: string; value: string; tag?: string }[],
    /** With the fields that each asked for. */
    streams: new Map<ServerResponse, string | null>(),
    /** Smaller, where a test wants many pages. */
    pageSize: 100,
  }
  let lastId = 0n

  /** Ids hold the time, as those of X do. */
  function nextId(): string {
    const id = BigInt(now().getTime() - 1_288_834_974_657) << 22n
    lastId = id > lastId ? id : lastId + 1n
    return lastId.toString()
  }

  /** Somebody posts; every open stream whose rules it meets hears of it. `videos`: the still pictures of them. */
  function say(from: Someone, typed: string, more: Record<string, unknown> & Attached = {}): Kept {
    state.people.set(from.id, from)
    const { photos, videos, ...fields } = more
    const id = nextId()
    const { media_keys, shown } = attach(from, id, { photos, videos })
    const post: Kept = {
      id,
      author_id: from.id,
      typed,
      ...onTheWire(id, typed, shown),
      conversation_id: id,
      created_at: now().toISOString(),
      edit_history_tweet_ids: [id],
      ...answering(fields),
      ...(media_keys.length > 0 ? { attachments: { media_keys } } : {}),
      ...fields,
    }
    state.posts.push(post)
    stream(post)
    return post
  }

  function write(from: Someone, typed: string, to: Someone = us, attached: Attached = {}): KeptDirect {
    state.people.set(from.id, from)
    const id = nextId()
    const { media_keys, shown } = attach(from, id, attached)
    const direct: KeptDirect = {
      id,
      created_at: now().toISOString(),
      sender_id: from.id,
      to: to.id,
      typed,
      ...onTheWire(id, typed, shown),
      ...(media_keys.length > 0 ? { attachments: { media_keys } } : {}),
      event_type: 'MessageCreate',
    }
    state.directs.push(direct)
    return direct
  }

  function attach({ username }: Someone, id: string, { photos = [], videos = [] }: Attached) {
    const some = [...photos.map((bytes) => ({ bytes })), ...videos.map((bytes) => ({ bytes, type: 'video' as const }))]
    const media_keys = some.map(({ bytes, ...more }, at) => {
      const key = `3_${id}${at}`
      state.media.set(key, { path: `/media/${key}.jpg`, bytes, ...more })
      return key
    })
    const [key] = media_keys
    return { media_keys, shown: key ? { key, address: `https://x.com/${username}/status/${id}/photo/1` } : undefined }
  }

  /** X says whose words a post answers. */
  function answering({ referenced_tweets = [] }: Record<string, unknown>) {
    const to = (referenced_tweets as { type: string; id: string }[]).find(({ type }) => type === 'replied_to')?.id
    const above = state.posts.find(({ id }) => id === to)
    return above ? { in_reply_to_user_id: above.author_id } : {}
  }

  /** A line on every open stream. */
  function stream(post: Kept) {
    const rules = state.rules.filter(({ value }) => matches(value, post, state.people))
    if (rules.length === 0) return
    const matching_rules = rules.map(({ id, tag }) => ({ id, tag }))
    for (const [open, fields] of state.streams) {
      const line = JSON.stringify({ data: asAsked(post, fields), ...beside([post]), matching_rules })
      open.write(`${line}\r\n`)
    }
  }

  function beside(posts: readonly (Kept | KeptDirect)[]) {
    const authors = posts.map((post) => ('author_id' in post ? post.author_id : post.sender_id))
    const users = authors.flatMap((id) => state.people.get(String(id)) ?? [])
    const keys = posts.flatMap(({ attachments }) => (attachments as { media_keys?: string[] })?.media_keys ?? [])
    const media = keys.flatMap((key) => {
      const found = state.media.get(key)
      if (!found) return []
      const address = `${state.url}${found.path}`
      return [
        found.type === 'video'
          ? { media_key: key, type: 'video', preview_image_url: address }
          : { media_key: key, type: 'photo', url: address },
      ]
    })
    const places = [{ id: 'kupang', full_name: 'Kupang, Nusa Tenggara Timur' }]
    const answered = posts.flatMap((post) =>
      'referenced_tweets' in post ? (post.referenced_tweets as { id: string }[]) : [],
    )
    const tweets = state.posts.filter((post) => !state.gone.has(post.id) && answered.some(({ id }) => id === post.id))
    return {
      includes: { users, ...(tweets.length > 0 ? { tweets } : {}), ...(media.length > 0 ? { media } : {}), places },
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', state.url)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const path = `${request.method} ${url.pathname}`
    state.calls.push(path)
    const picture = [...state.media.values()].find((one) => one.path === url.pathname)
    if (picture?.direct && refused(request, url)) return send(response, { status: 403 })
    if (picture) return void response.end(picture.bytes)
    const failure = refused(request, url)
    if (failure) return send(response, failure)
    const instead = state.instead.get(path)?.shift()
    if (instead && !instead.after) return send(response, instead)
    if (path === 'GET /2/tweets/search/stream') return open(response, url.searchParams.get('tweet.fields'))
    const sent = Buffer.concat(chunks).toString()
    const done = handle(server, path, url, sent ? (JSON.parse(sent) as Record<string, unknown>) : {})
    if (instead) return void response.destroy()
    send(response, done)
  }

  function open(response: ServerResponse, fields: string | null) {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('\r\n')
    state.streams.set(response, fields)
    response.on('close', () => {
      state.streams.delete(response)
      state.events.emit('closed')
    })
    state.events.emit('stream')
  }

  function refused({ method = '', headers }: IncomingMessage, url: URL): Instead | undefined {
    const isKnown = headers.authorization?.startsWith('Bearer ')
      ? headers.authorization === `Bearer ${state.keys.bearer}`
      : isSignedByUs(method, url, headers.authorization ?? '', state.keys)
    const body = { title: 'Unauthorized', type: 'about:blank', status: 401, detail: 'Unauthorized' }
    return isKnown ? undefined : { status: 401, body }
  }

  const http = createServer((request, response) => void answer(request, response))
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  state.url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const server = Object.assign(state, {
    now,
    nextId,
    say,
    write,
    stream,
    beside,
    /** What we have posted, as we wrote it. */
    ours: () =>
      state.posts.filter(({ author_id }) => author_id === us.id).map((post) => ({ ...post, text: post.typed })),
    /** What we have written to somebody alone. */
    heardBy: ({ id }: Someone): string[] =>
      state.directs.filter(({ sender_id, to }) => sender_id === us.id && to === id).map(({ typed }) => typed),
    async close() {
      http.closeAllConnections()
      await new Promise<void>((resolve) => http.close(() => resolve()))
    },
  })
  return server
}

function send(response: ServerResponse, { status, body, headers = {} }: Instead) {
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  response.writeHead(status, { 'content-type': type, ...headers }).end(body && JSON.stringify(body))
}
