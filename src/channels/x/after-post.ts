import { z } from 'zod'
import type { KeyPair } from '../../platform/seal.ts'
import type { Keeper } from '../../report/keeper.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { openFiled } from '../../secrecy/identity.ts'
import { openUnder } from '../../secrecy/sealed-under.ts'
import { readAccount, type XAccount } from './api/account.ts'
import { callX } from './api/call.ts'
import { XFailed } from './api/x-failed.ts'
import type { CatchUpDeps } from './catch-up.ts'
import { keepItems } from './keep-items.ts'
import type { Item } from './post.ts'
import { readPost } from './read/read-v2.ts'
import { postQuery } from './read/v2.ts'

/** For whatever looks at posts of reports that are there. */
export type LookDeps = CatchUpDeps & { pair: KeyPair & { keeper: Keeper } }

/** X looks up so many at once. */
const atOnce = 100

/**
 * Our public answer about a report that has become hidden or withdrawn, or whose reporter has themselves forgotten, is taken back: it
 * stands below their post. Its row goes only when the post is gone, for nothing else leads to it: one whose number nobody can open is
 * left alone, never taken for gone.
 */
export async function takeBackAnswers(deps: LookDeps): Promise<void> {
  const rows = await as(deps.db, system, (tx) =>
    tx
      .selectFrom('identity.x_said as s')
      .innerJoin('casework.report as r', 'r.id', 's.report_id')
      .select(['s.post_hash', 's.sealed'])
      .leftJoin('identity.erasure as e', 'e.report_id', 'r.id')
      .where((on) =>
        on.or([
          on('r.anonymous', '=', true),
          on('r.confidential', '=', true),
          on('r.stage', '=', 'withdrawn'),
          on('e.report_id', 'is not', null),
        ]),
      )
      .orderBy('s.id')
      .execute(),
  )
  const said = rows
    .map(({ post_hash, sealed }) => ({ post_hash, postId: openUnder(deps.pair, sealed) }))
    .filter(({ postId }) => postId !== '')
    .slice(0, atOnce)
  const account = said.length > 0 ? await readAccount(deps.db, deps.pair) : undefined
  if (!account) return
  for (const { post_hash, postId } of said) {
    const path = `/2/tweets/${postId}`
    await callX(deps, account, { part: 'post', by: 'us', method: 'DELETE', path }).catch((error: unknown) => {
      if (!(error instanceof XFailed) || error.trouble) throw error
    })
    await as(deps.db, system, (tx) => tx.deleteFrom('identity.x_said').where('post_hash', '=', post_hash).execute())
  }
}

/**
 * Asks X what became of the posts whose reports nobody but the desk has read: deleted, protected or edited ones arrive as that, once.
 * @throws XFailed
 */
export async function lookAtPostsAgain(deps: LookDeps): Promise<void> {
  const account = await readAccount(deps.db, deps.pair)
  if (!account) return
  const ids = await postsAtTheDesk(deps)
  for (let at = 0; at < ids.length; at += atOnce) {
    const { there, changed } = await look(deps, account, ids.slice(at, at + atOnce))
    const edited = there.flatMap((post) => post.earlierOf ?? [])
    const again = edited.length > 0 ? (await look(deps, account, edited.slice(0, atOnce))).there : []
    await keepItems(deps, [...changed, ...again.map(({ post }) => post)], deps.now(), account.userId)
  }
}

const looked = z.object({
  data: z.array(z.unknown()).default([]),
  includes: z.unknown().optional(),
  errors: z.array(z.object({ resource_id: z.string().optional(), type: z.string().optional() })).default([]),
})
const history = z.object({ edit_history_tweet_ids: z.array(z.string()).optional() })

async function look(deps: LookDeps, account: XAccount, ids: readonly string[]) {
  const query = { ...postQuery, ids: ids.join() }
  const { data, includes, errors } = looked.parse(
    await callX(deps, account, { part: 'lookup', by: 'app', path: '/2/tweets', query }),
  )
  const there = data.flatMap((one) => {
    const post = readPost(one, includes)
    const newest = history.safeParse(one).data?.edit_history_tweet_ids?.at(-1)
    return post ? [{ post, earlierOf: newest && newest !== post.id ? newest : undefined }] : []
  })
  const changed = errors.flatMap(({ resource_id: postId = '', type = '' }): Item[] => {
    if (!ids.includes(postId)) return []
    if (/resource-not-found/.test(type)) return [{ kind: 'gone', postId }]
    return /not-authorized-for-resource/.test(type) ? [{ kind: 'shut', postId }] : []
  })
  const shut = there.flatMap(({ post }): Item[] => (post.isProtected ? [{ kind: 'shut', postId: post.id }] : []))
  return { there, changed: [...changed, ...shut] }
}

async function postsAtTheDesk({ db, pair }: LookDeps): Promise<string[]> {
  const rows = await as(db, system, (tx) =>
    tx
      .selectFrom('casework.report as r')
      .innerJoin('identity.filing as f', 'f.report_id', 'r.id')
      .select(['r.id', 'f.sealed'])
      .where('r.channel', '=', 'x')
      .where('r.stage', 'in', ['received', 'on_hold'])
      .where('r.published_at', 'is', null)
      .where('f.door_index', 'is not', null)
      .execute(),
  )
  return rows.flatMap(({ id, sealed }) => (sealed && openFiled(pair, pair.keeper, id, sealed).x?.post) ?? [])
}
