import { z } from 'zod'
import type { XAccount } from './account.ts'
import { type CallDeps, callX } from './call.ts'

/** Our rules at X carry this tag; others of the same app are left alone. */
const tag = 'lapor'

/** What is listened for, in X's own language of queries; the same for the stream and for the search. */
export function queryOf({ handle }: Pick<XAccount, 'handle'>): string {
  return `(@${handle} OR #lapor1708 OR #lapor OR url:"lapor.go.id") -is:retweet -from:${handle}`
}

const rules = z.object({
  data: z.array(z.object({ id: z.string(), value: z.string(), tag: z.string().optional() })).optional(),
})

/** Sees to it that the stream brings what calls us, and nothing else by us. @throws XFailed */
export async function ensureRules(deps: CallDeps, account: XAccount) {
  const call = { part: 'stream', by: 'app', path: '/2/tweets/search/stream/rules' } as const
  const { data = [] } = rules.parse(await callX(deps, account, call))
  const wanted = queryOf(account)
  const ours = data.filter((rule) => rule.tag === tag)
  const stale = ours.filter(({ value }) => value !== wanted).map(({ id }) => id)
  if (stale.length > 0) await callX(deps, account, { ...call, method: 'POST', body: { delete: { ids: stale } } })
  if (stale.length === ours.length)
    await callX(deps, account, { ...call, method: 'POST', body: { add: [{ value: wanted, tag }] } })
}
