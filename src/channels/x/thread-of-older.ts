import { z } from 'zod'
import { type XAccount } from './api/account.ts'
import { type CallDeps, callX } from './api/call.ts'
import { mayAsk } from './api/state.ts'
import { XFailed } from './api/x-failed.ts'
import type { Item, Post } from './post.ts'
import { readPost } from './read/read-v2.ts'
import { postQuery } from './read/v2.ts'

const looked = z.object({ data: z.array(z.unknown()).default([]), includes: z.unknown().optional() })

/** Where a post stands: the conversation that it belongs to, and what its author wrote right above it. */
export type Thread = Pick<Post, 'conversationId' | 'above'>

/**
 * The older shape of X's webhook names the post that another answers and no more: X is asked for the rest, as v2 brings it. Nothing where there is nothing
 * to ask, and where X does not say: the post is taken as it came, for a message waits for no thread.
 */
export async function threadOfOlder(deps: CallDeps, account: XAccount | undefined, item: Item): Promise<Thread> {
  if (!account || item.kind !== 'post' || !item.repliesTo || item.conversationId) return {}
  if (item.authorId === account.userId || !(await mayAsk(deps, 'lookup'))) return {}
  const query = { ...postQuery, ids: item.id }
  const sent = await callX(deps, account, { part: 'lookup', by: 'app', path: '/2/tweets', query }).catch(
    (error: unknown) => {
      if (error instanceof XFailed) return {}
      throw error
    },
  )
  const { data, includes } = looked.catch({ data: [] }).parse(sent)
  const found = data.flatMap((one) => readPost(one, includes) ?? []).find(({ id }) => id === item.id)
  return found ? { conversationId: found.conversationId, above: found.above } : {}
}
