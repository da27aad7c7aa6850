import { us } from './x-people.ts'
import { matches } from './x-query.ts'
import { asAsked } from './x-wire.ts'
import type { Kept, XServer } from './x-server.ts'

/** An answer of X; `after`: its work is done, and the connection breaks. */
export type Instead = { status: number; body?: object; headers?: Record<string, string>; after?: boolean }

type Body = Record<string, unknown>

/** What X answers to each call that we make. */
export function handle(x: XServer, path: string, url: URL, body: Body): Instead {
  const asked = (name: string) => url.searchParams.get(name)
  if (path === 'POST /2/tweets') return post(x, body)
  if (path === 'GET /2/tweets') return lookUp(x, (asked('ids') ?? '').split(','), asked('tweet.fields'))
  if (path.startsWith('DELETE /2/tweets/')) {
    const at = x.posts.findIndex(({ id }) => path.endsWith(id))
    if (at >= 0) x.posts.splice(at, 1)
    return { status: 200, body: { data: { deleted: at >= 0 } } }
  }
  if (path === 'GET /2/tweets/search/stream/rules')
    return { status: 200, body: { ...(x.rules.length > 0 ? { data: x.rules } : {}), meta: {} } }
  if (path === 'POST /2/tweets/search/stream/rules') return rule(x, body)
  if (path === 'GET /2/tweets/search/recent') return search(x, url)
  if (path === `GET /2/users/${us.id}/mentions`) return list(x, x.posts.filter(namesUs), url)
  if (path === `GET /2/users/${us.id}/tweets`)
    return list(
      x,
      x.posts.filter(({ author_id }) => author_id === us.id),
      url,
    )
  if (path === 'GET /2/users/me') return { status: 200, body: { data: us } }
  if (path === 'GET /2/dm_events') return directs(x, x.directs, url)
  const [, participant] = /^(?:GET|POST) \/2\/dm_conversations\/with\/(\d+)\/(?:dm_events|messages)$/.exec(path) ?? []
  if (participant && path.startsWith('GET'))
    return directs(
      x,
      x.directs.filter(({ sender_id, to }) => [sender_id, to].includes(participant)),
      url,
    )
  if (participant) {
    const to = x.people.get(participant) ?? { id: participant, username: 'someone' }
    const { id } = x.write(us, String(body['text']), to)
    return { status: 201, body: { data: { dm_conversation_id: `${us.id}-${participant}`, dm_event_id: id } } }
  }
  return { status: 404, body: { title: 'Not Found', type: 'about:blank', status: 404 } }
}

function post(x: XServer, { text, reply }: Body): Instead {
  const to = (reply as { in_reply_to_tweet_id?: string } | undefined)?.in_reply_to_tweet_id
  const above = x.posts.find(({ id }) => id === to)
  if (to && (!above || x.gone.has(to)))
    return forbidden('You attempted to reply to a Tweet that is deleted or not visible to you.')
  if (x.ours().some((before) => before.typed === text))
    return forbidden('You are not allowed to create a Tweet with duplicate content.')
  const more = to
    ? { referenced_tweets: [{ type: 'replied_to', id: to }], conversation_id: above?.['conversation_id'] ?? to }
    : {}
  const { id } = x.say(us, String(text), more)
  return { status: 201, body: { data: { id, text, edit_history_tweet_ids: [id] } } }
}

export function forbidden(detail: string): Instead {
  return { status: 403, body: { detail, type: 'about:blank', title: 'Forbidden', status: 403 } }
}

function lookUp(x: XServer, ids: string[], fields: string | null): Instead {
  const data = x.posts.filter(({ id }) => ids.includes(id) && !x.gone.has(id))
  const shown = data.map((post) => asAsked(post, fields))
  const errors = ids.flatMap((id) => {
    const why = x.gone.get(id) ?? (x.posts.some((one) => one.id === id) ? undefined : 'deleted')
    if (!why) return []
    const type = why === 'deleted' ? 'resource-not-found' : 'not-authorized-for-resource'
    return [
      {
        value: id,
        resource_id: id,
        parameter: 'ids',
        resource_type: 'tweet',
        type: `https://api.twitter.com/2/problems/${type}`,
      },
    ]
  })
  return {
    status: 200,
    body: { ...(data.length > 0 ? { data: shown } : {}), ...x.beside(data), ...(errors.length > 0 ? { errors } : {}) },
  }
}

function rule(x: XServer, body: Body): Instead {
  const gone = (body['delete'] as { ids: string[] } | undefined)?.ids ?? []
  const kept = x.rules.filter(({ id }) => !gone.includes(id))
  const added = ((body['add'] as { value: string; tag?: string }[] | undefined) ?? []).map((one) => ({
    id: x.nextId(),
    ...one,
  }))
  x.rules.splice(0, x.rules.length, ...kept, ...added)
  return { status: 201, body: { data: added, meta: {} } }
}

const weekMs = 7 * 86_400_000

/** No further back than a week: X refuses to be asked about what is older. */
function search(x: XServer, url: URL): Instead {
  const query = url.searchParams.get('query') ?? ''
  const [since, start] = [url.searchParams.get('since_id'), url.searchParams.get('start_time')]
  const from = since ? Number((BigInt(since) >> 22n) + 1_288_834_974_657n) : start ? Date.parse(start) : undefined
  const oldest = x.now().getTime() - weekMs
  if (query.length > 512) return invalid('query', 'The query is too long.')
  if (from !== undefined && from < oldest)
    return invalid(since ? 'since_id' : 'start_time', `must be created after ${new Date(oldest).toISOString()}`)
  return list(
    x,
    x.posts.filter((post) => matches(query, post, x.people) && (!start || String(post['created_at']) >= start)),
    url,
  )
}

function invalid(parameter: string, message: string): Instead {
  const type = 'https://api.twitter.com/2/problems/invalid-request'
  const detail = 'One or more parameters to your request was invalid.'
  return {
    status: 400,
    body: { errors: [{ parameters: { [parameter]: [] }, message }], title: 'Invalid Request', detail, type },
  }
}

/** Newest first, a page at a time. */
function list(x: XServer, posts: readonly Kept[], url: URL): Instead {
  const since = url.searchParams.get('since_id')
  const found = posts.filter(({ id }) => !x.gone.has(id) && (!since || BigInt(id) > BigInt(since))).toReversed()
  const { page, meta } = pageOf(x, found, url)
  const data = page.map((post) => asAsked(post, url.searchParams.get('tweet.fields')))
  return { status: 200, body: { ...(page.length > 0 ? { data } : {}), ...x.beside(page), meta } }
}

function directs(x: XServer, all: XServer['directs'], url: URL): Instead {
  const { page, meta } = pageOf(x, all.toReversed(), url)
  const data = page.map((direct) => asAsked(direct, url.searchParams.get('dm_event.fields')))
  return { status: 200, body: { ...(page.length > 0 ? { data } : {}), ...x.beside(page), meta } }
}

function pageOf<Item>(x: XServer, all: readonly Item[], { searchParams }: URL) {
  const start = Number(searchParams.get('pagination_token') ?? searchParams.get('next_token') ?? 0)
  const size = Math.min(Number(searchParams.get('max_results') ?? 100), x.pageSize)
  const page = all.slice(start, start + size)
  const next = start + size < all.length ? { next_token: String(start + size) } : {}
  return { page, meta: { result_count: page.length, ...next } }
}

function namesUs({ typed, author_id }: Kept): boolean {
  return /@lapor1708/i.test(typed) && author_id !== us.id
}
