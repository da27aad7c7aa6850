import { z } from 'zod'
import { ChannelFailed } from '../../notifications/channel-failed.ts'
import type { Poster } from '../../notifications/poster.ts'
import { readXAddress, type XAddress } from '../../notifications/x-address.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import type { Opener } from '../../secrecy/filer.ts'
import { sealSaid } from '../../secrecy/keep-said.ts'
import { readAccount, type XAccount } from './api/account.ts'
import { type CallDeps, callX } from './api/call.ts'
import { XFailed } from './api/x-failed.ts'
import { findSent } from './find-sent.ts'
import { hashOfMessage } from './message-hash.ts'

/** While no account is set a message waits; it is asked about so often. */
const unsetMs = 15 * 60_000

export type PosterDeps = CallDeps & { pair: Opener; indexSecret: Uint8Array; production: boolean }

/**
 * As the account that the operator has set (`lapor x set`); without one: previews in a demonstration, waiting in production. What may
 * have been said already, its answer lost, is looked up before it is said again.
 */
export function makePoster(deps: PosterDeps): Poster {
  return {
    async send({ id, to, text, about }) {
      const account = await readAccount(deps.db, deps.pair)
      if (!account) {
        if (deps.production) throw new ChannelFailed('no X account', false, new Date(deps.now().getTime() + unsetMs))
        return 'kept'
      }
      const address = readXAddress(to)
      const before = await handedBefore(deps, id)
      const known = before && (await findSent(deps, account, address, text, before))
      const said = known ?? (await say(deps, account, address, text).catch((error) => forgetRefused(deps, id, error)))
      await settleHanded(deps, id, about, said)
      return 'sent'
    },
  }
}

/** Undefined the first time; then since when X may have it. */
async function handedBefore({ db, now }: PosterDeps, messageId: string): Promise<Date | undefined> {
  return as(db, system, async (tx) => {
    const message = await tx
      .selectFrom('identity.message')
      .select('handed_at')
      .where('id', '=', messageId)
      .executeTakeFirst()
    if (message?.handed_at) return message.handed_at
    await tx.updateTable('identity.message').set({ handed_at: now() }).where('id', '=', messageId).execute()
    return undefined
  })
}

/** Whoever refuses has it not; only where no answer came X may have it. */
async function forgetRefused({ db }: PosterDeps, messageId: string, error: unknown): Promise<never> {
  if (error instanceof XFailed && error.trouble !== 'away')
    await as(db, system, (tx) =>
      tx.updateTable('identity.message').set({ handed_at: null }).where('id', '=', messageId).execute(),
    )
  throw error
}

const posted = z.object({ data: z.object({ id: z.string().regex(/^\d{1,20}$/) }) })

export type Said = { postId?: string }

async function say(deps: PosterDeps, account: XAccount, to: XAddress, text: string): Promise<Said> {
  if ('direct' in to) {
    const path = `/2/dm_conversations/with/${to.direct}/messages`
    await callX(deps, account, { part: 'direct', by: 'us', method: 'POST', path, body: { text } })
    return {}
  }
  const body = { text, reply: { in_reply_to_tweet_id: to.under } }
  try {
    const answer = await callX(deps, account, { part: 'post', by: 'us', method: 'POST', path: '/2/tweets', body })
    return { postId: posted.safeParse(answer).data?.data.id }
  } catch (error) {
    // It is there already: an answer of ours was lost before we could write it down.
    if (!(error instanceof XFailed) || error.why !== 'duplicate') throw error
    return (await findSent(deps, account, to, text, new Date(0))) ?? {}
  }
}

/** Our own public answer is kept by its hash: an answer to it is then known, and it can be taken back. */
async function settleHanded(deps: PosterDeps, messageId: string, about: string | null, { postId }: Said) {
  const { db, pair, indexSecret } = deps
  await as(db, system, async (tx) => {
    await tx.updateTable('identity.message').set({ handed_at: null }).where('id', '=', messageId).execute()
    if (!postId || !about) return
    const post_hash = hashOfMessage(indexSecret, `post ${postId}`)
    await tx
      .insertInto('identity.x_said')
      .values({
        post_hash,
        report_id: about,
        sealed: await sealSaid(tx, pair, about, postId),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}
