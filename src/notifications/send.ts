import type { Updateable } from 'kysely'
import type { IdentityMessage } from '../platform/schema.ts'
import { wholeHour } from '../platform/whole-hour.ts'
import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { addJobs } from '../platform/queue.ts'
import { keepPreview, keptPreview } from './previews.ts'
import { markAddressFailed, markAddressFound } from './mark-address-failed.ts'
import { noteOwnFault, type Reached } from './note-own-fault.ts'
import { ChannelFailed } from './channel-failed.ts'
import { prepareMessage } from './prepare-message.ts'
import { claimMessage, whileHeld } from './lease.ts'
import { sendJob } from './send-job.ts'
import type { TellDeps } from './tell-deps.ts'
import type { WayOut } from './ways-out/way-out.ts'
import type { Withheld } from './withheld.ts'

/** What a mail server answers where an address does not exist (RFC 5321, 3463); refused as spam or as too long, it may well exist. */
const noSuchMailbox = /^SMTP 55[013](?: 5\.1\.\d+)?$/

/**
 * Send one message, unless it has gone already. The words are made now, under the secrecy the report has now, and not kept where it really goes.
 * @param lastTry a failure is then final
 * @throws ChannelFailed when it should be tried again later; and our own faults, which are written down too
 */
export async function sendMessage(deps: TellDeps, messageId: string, lastTry: boolean): Promise<void> {
  const reached: Reached = { by: 'nobody' }
  try {
    await sendOnce(deps, messageId, lastTry, reached)
  } catch (error) {
    if (!(error instanceof ChannelFailed)) await noteOwnFault(deps, messageId, error, { lastTry, ...reached })
    throw error
  }
}

/** @param reached told before what is done next may fail */
async function sendOnce(deps: TellDeps, messageId: string, lastTry: boolean, reached: Reached) {
  const ready = await prepareMessage(deps, messageId)
  if (!ready) return
  if (ready.withheld) return withhold(deps, messageId, ready)
  const { to, way, letter, attempts, report_id, account_id, dedupe, toTheHour, hidden, isDigest, provesAddress } = ready
  if (!(await claimMessage(deps, messageId, way.isTurn))) return
  reached.by = 'us'
  let isKept = false
  const set = (columns: Updateable<IdentityMessage> & { state: 'sent' | 'failed' | 'dead' }) =>
    as(deps.db, system, async (tx) => {
      const preview = isKept && keptPreview(deps.pair.keeper, { report_id, account_id, dedupe }, to, letter, hidden)
      if (preview) await keepPreview(tx, messageId, preview)
      await tx
        .updateTable('identity.message')
        .set({ ...columns, claimed_until: null })
        .where('id', '=', messageId)
        .where('state', '<>', 'sent')
        .execute()
      if (columns.state === 'sent' && isDigest) await sendWithin(tx, messageId, wholeHour(deps.now()))
      // Once it had failed: somebody had it tried again after its address was marked.
      if (columns.state === 'sent' && provesAddress && attempts > 0)
        await markAddressFound(tx, { report_id, account_id })
      if (columns.state !== 'failed') await way.ended?.(tx, messageId)
      if (columns.last_error && noSuchMailbox.test(columns.last_error))
        await markAddressFailed(tx, deps.pair, { report_id, account_id }, wholeHour(deps.now()))
    })
  try {
    isKept = (await whileHeld(deps, messageId, ready.leave)) === 'kept'
    if (!isKept) reached.by = 'door'
  } catch (error) {
    if (!(error instanceof ChannelFailed)) throw error
    if (error.againAt) return postpone(deps, messageId, error.code, error.againAt)
    const isOver = error.forGood || lastTry
    const failed_at = toTheHour ? wholeHour(deps.now()) : deps.now()
    await set({ state: isOver ? 'dead' : 'failed', attempts: attempts + 1, last_error: error.code, failed_at })
    if (!isOver) throw error
    // A line says when, to the millisecond; of what goes to the hour the row alone says that it could not be sent.
    if (!toTheHour) deps.log.error({ message: messageId, reason: error.code }, 'a message could not be sent')
    return
  }
  const sentAt = toTheHour ? {} : { sent_at: deps.now() }
  await set({ state: 'sent', attempts: attempts + 1, last_error: null, ...sentAt })
}

/** What a digest said has gone with it; when, to the hour, for it may speak of reports without identity. */
async function sendWithin(tx: Tx, digestId: string, sent_at: Date) {
  await tx
    .updateTable('identity.message')
    .set({ state: 'sent', held: null, sent_at })
    .where('within', '=', digestId)
    .where('state', '=', 'queued')
    .execute()
}

/** It would fail again until then, whatever it says: no failure of this message. It comes again by itself. */
async function postpone({ db, now }: TellDeps, messageId: string, reason: string, againAt: Date) {
  await as(db, system, async (tx) => {
    const columns = { state: 'failed', last_error: reason, claimed_until: null, failed_at: wholeHour(now()) } as const
    await tx
      .updateTable('identity.message')
      .set(columns)
      .where('id', '=', messageId)
      .where('state', '<>', 'sent')
      .execute()
    await addJobs(tx, [sendJob(messageId, Math.max(againAt.getTime() - now().getTime(), 0))])
  })
}

type Held = { withheld: Withheld; way: WayOut; toTheHour: boolean }

/** It was theirs, or wanted, when it was queued; since then the report has gone elsewhere or accuses them, or its reporter has chosen. */
async function withhold({ db, log }: TellDeps, messageId: string, { withheld: reason, way, toTheHour }: Held) {
  await as(db, system, async (tx) => {
    await tx
      .updateTable('identity.message')
      .set({ state: 'dead', last_error: reason, held: null })
      .where('id', '=', messageId)
      .execute()
    await way.ended?.(tx, messageId)
  })
  if (!toTheHour) log.info({ message: messageId, reason }, 'a message was withheld')
}
