import { z } from 'zod'
import type { XAddress } from '../../notifications/x-address.ts'
import type { XAccount } from './api/account.ts'
import { withoutLinks } from '../arrivals/without-links.ts'
import { type CallDeps, callX } from './api/call.ts'
import { asTyped } from './as-typed.ts'

const slackMs = 5 * 60_000

const ours = z.object({
  data: z
    .array(
      z.object({
        id: z.string(),
        referenced_tweets: z.array(z.object({ type: z.string(), id: z.string() })).optional(),
      }),
    )
    .default([]),
})
const directs = z.object({
  data: z
    .array(
      z.object({ sender_id: z.string().optional(), text: z.string().optional(), created_at: z.string().optional() }),
    )
    .default([]),
})

/**
 * What X has of a message that was handed to it before: our answer under that post, or our words to that person.
 * @param since when it was tried first
 * @throws XFailed: then it is not sent again either
 */
export async function findSent(
  deps: CallDeps,
  account: XAccount,
  to: XAddress,
  text: string,
  since: Date,
): Promise<{ postId?: string } | undefined> {
  if ('under' in to) {
    const path = `/2/users/${account.userId}/tweets`
    const query = { max_results: '100', 'tweet.fields': 'referenced_tweets' }
    const { data } = ours.parse(await callX(deps, account, { part: 'lookup', by: 'us', path, query }))
    const found = data.find(({ referenced_tweets = [] }) =>
      referenced_tweets.some(({ type, id }) => type === 'replied_to' && id === to.under),
    )
    return found && { postId: found.id }
  }
  const path = `/2/dm_conversations/with/${to.direct}/dm_events`
  const query = { max_results: '100', 'dm_event.fields': 'sender_id,text,created_at' }
  const { data } = directs.parse(await callX(deps, account, { part: 'lookup', by: 'us', path, query }))
  const isOurs = data.some(
    ({ sender_id, text: said = '', created_at }) =>
      sender_id === account.userId &&
      bare(said) === bare(text) &&
      (!created_at || new Date(created_at).getTime() >= since.getTime() - slackMs),
  )
  return isOurs ? {} : undefined
}

/** X shortens links. All other words must be the same: the desk may begin each of its messages alike. */
function bare(text: string): string {
  return withoutLinks(asTyped(text)).replace(/\s+/g, ' ').trim()
}
