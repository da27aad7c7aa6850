import { z } from 'zod'
import type { KeyPair } from '../../platform/seal.ts'
import type { IdentityKeys } from '../../secrecy/identity.ts'
import type { XAccount } from './api/account.ts'
import { type CallDeps, callX } from './api/call.ts'
import { queryOf } from './api/rules.ts'
import { later, type Read, readCursor, writeCursor } from './cursor.ts'
import { keepItems } from './keep-items.ts'
import type { Item } from './post.ts'
import { readDirect, readPost } from './read/read-v2.ts'
import { directQuery, postQuery } from './read/v2.ts'
import { writtenAt } from './written-at.ts'

export type CatchUpDeps = CallDeps & { pair: KeyPair; keys: IdentityKeys }

/** Of the messages that lay there before the first reading, which X gives without a "since": so many pages, the newest. */
const mostOldPages = 10

const page = z.object({
  data: z.array(z.unknown()).default([]),
  includes: z.unknown().optional(),
  meta: z.object({ next_token: z.string().optional() }).default({}),
})
const numbered = z.object({ id: z.string().regex(/^\d{1,20}$/) })

/** Posts that name us, as our account sees them: also what the stream missed. @throws XFailed */
export function readMentions(deps: CatchUpDeps, account: XAccount) {
  const path = `/2/users/${account.userId}/mentions`
  return readList(deps, account, { part: 'mentions', by: 'us', path, query: postQuery, read: readPost })
}

/** What the stream would have brought of the last seven days, hashtags too. @throws XFailed */
export function readSearch(deps: CatchUpDeps, account: XAccount) {
  const query = { ...postQuery, query: queryOf(account) }
  return readList(deps, account, { part: 'search', by: 'app', path: '/2/tweets/search/recent', query, read: readPost })
}

/** Messages to us alone. X gives them newest first and knows no "since". @throws XFailed */
export function readDirects(deps: CatchUpDeps, account: XAccount) {
  return readList(deps, account, {
    part: 'directs',
    by: 'us',
    path: '/2/dm_events',
    query: directQuery,
    read: readDirect,
  })
}

type List = {
  part: Read
  by: 'us' | 'app'
  path: string
  query: Readonly<Record<string, string>>
  read(sent: unknown, beside: unknown): Item | undefined
}

/** Reads back to where we were, keeps everything, the oldest first, and only then moves on: what was cut short is read again. */
async function readList(deps: CatchUpDeps, account: XAccount, { part, by, path, query, read }: List) {
  const since = await readCursor(deps.db, deps.pair, part)
  const isDirects = part === 'directs'
  const from = isDirects ? {} : startOf(account, since, part === 'search' ? deps.now() : undefined)
  let newest = since
  const found: Item[] = []
  let token: string | undefined
  // Back to where we were, however far that is: X itself ends the lists of posts, mentions after 800, a search after seven days.
  for (let pages = 0; since || !isDirects || pages < mostOldPages; pages++) {
    const named = part === 'search' ? { next_token: token } : { pagination_token: token }
    const asked = { ...query, ...from, max_results: '100', ...named }
    const { data, includes, meta } = page.parse(await callX(deps, account, { part, by, path, query: asked }))
    const fresh = data.filter((one) => isNew(one, since))
    const items = fresh.flatMap((one) => read(one, includes) ?? (isDirects ? [] : unread(one)))
    found.push(...items)
    for (const one of fresh) newest = later(newest, numbered.safeParse(one).data?.id ?? '0')
    token = meta.next_token
    if (!token || fresh.length < data.length) break
  }
  // X gives the newest first; whoever goes on below a post comes after it.
  await keepItems(deps, found.toReversed(), deps.now(), account.userId)
  if (newest && newest !== since) await writeCursor(deps.db, deps.pair, part, newest)
}

/** X refuses to search further back than seven days; we ask for so much less that its clock may be another. */
const reachMs = 7 * 86_400_000 - 5 * 60_000

/**
 * After what was read last; before the first reading, since the operator set the account.
 * @param searching now, for a search: it begins no earlier than X allows
 */
function startOf({ changedAt }: XAccount, since: string | undefined, searching: Date | undefined) {
  const from = since ? writtenAt(since) : changedAt
  const oldest = searching && new Date(searching.getTime() - reachMs)
  if (oldest && from < oldest) return { start_time: asX(oldest) }
  return since ? { since_id: since } : { start_time: asX(changedAt) }
}

/** To the second. */
function asX(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, 'Z')
}

function isNew(one: unknown, since: string | undefined): boolean {
  const id = numbered.safeParse(one).data?.id
  return id === undefined || since === undefined || BigInt(id) > BigInt(since)
}

function unread(one: unknown): Item[] {
  return [{ kind: 'unread', raw: JSON.stringify(one) }]
}
