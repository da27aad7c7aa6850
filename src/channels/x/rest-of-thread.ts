import { z } from 'zod'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { openFiled } from '../../secrecy/identity.ts'
import type { LookDeps } from './after-post.ts'
import { readAccount } from './api/account.ts'
import { callX } from './api/call.ts'
import { mayAsk } from './api/state.ts'
import { keepItems } from './keep-items.ts'
import type { Post } from './post.ts'
import { readPost } from './read/read-v2.ts'
import { postQuery } from './read/v2.ts'
import { writtenAt } from './written-at.ts'

/** Written in one go; what its author puts below it later, and not to us, is another matter. */
const inOneGoMs = 3_600_000

/** A query of X is no longer than 512 letters. */
const atOnce = 5

/** Of so many at a time, the newest. */
const most = 10 * atOnce

const page = z.object({ data: z.array(z.unknown()).default([]), includes: z.unknown().optional() })

/**
 * What an author wrote on below their own post without calling us again ("2/2"): X shows us only the post that calls us, and so we ask for
 * the rest of its conversation. Of nobody else, and of nothing that is said to somebody else.
 * @param withinMs of reports filed so lately
 * @throws XFailed
 */
export async function readRestOfThreads(deps: LookDeps, withinMs: number): Promise<void> {
  const account = await readAccount(deps.db, deps.pair)
  if (!account || !(await mayAsk(deps, 'threads'))) return
  const roots = await postsFiled(deps, withinMs)
  for (let at = 0; at < roots.length; at += atOnce) {
    const some = roots.slice(at, at + atOnce)
    const threads = some.map(({ post, author }) => `(conversation_id:${post} from:${author} to:${author})`)
    const query = { ...postQuery, query: threads.join(' OR '), max_results: '100' }
    const path = '/2/tweets/search/recent'
    const { data, includes } = page.parse(await callX(deps, account, { part: 'threads', by: 'app', path, query }))
    const below = data.flatMap((one) => readPost(one, includes) ?? []).toReversed()
    await keepItems(deps, inOneGo(some, below), deps.now(), account.userId)
  }
}

/** Those that go on below the root, or below one that does; the oldest first. */
function inOneGo(roots: readonly { post: string; author: string }[], below: readonly Post[]): Post[] {
  const rootOf = new Map(roots.map(({ post, author }) => [post, { post, author }]))
  return below.filter(({ id, repliesTo = '', authorId }) => {
    const root = rootOf.get(repliesTo)
    if (!root || root.author !== authorId) return false
    if (writtenAt(id).getTime() - writtenAt(root.post).getTime() > inOneGoMs) return false
    rootOf.set(id, root)
    return true
  })
}

async function postsFiled({ db, pair, now }: LookDeps, withinMs: number) {
  const rows = await as(db, system, (tx) =>
    tx
      .selectFrom('casework.report as r')
      .innerJoin('identity.filing as f', 'f.report_id', 'r.id')
      .select(['r.id', 'f.sealed'])
      .where('r.channel', '=', 'x')
      .where('r.stage', '!=', 'withdrawn')
      .where('r.filed_at', '>', new Date(now().getTime() - withinMs))
      .where('f.door_index', 'is not', null)
      .orderBy('r.filed_at', 'desc')
      .limit(most)
      .execute(),
  )
  return rows.flatMap(({ id, sealed }) => {
    const by = sealed ? openFiled(pair, pair.keeper, id, sealed).x : undefined
    return by?.post ? [{ post: by.post, author: by.id }] : []
  })
}
