import type { Updateable } from 'kysely'
import type { IdentityMessage } from '../platform/schema.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { addJobs } from '../platform/queue.ts'
import { keptPreview } from './previews.ts'
import { ChannelFailed } from './channel-failed.ts'
import { prepareMessage } from './prepare-message.ts'
import { sendJob } from './send-job.ts'
import { callNext, takeTurn } from './sms-turn.ts'
import type { TellDeps } from './tell-deps.ts'

/**
 * Send one message, unless it has gone already. The words are made now, under the secrecy the report has now, and not kept.
 * @param lastTry a failure is then final
 * @throws ChannelFailed when it should be tried again later
 */
export async function sendMessage(deps: TellDeps, messageId: string, lastTry: boolean): Promise<void> {
  const ready = await prepareMessage(deps, messageId)
  if (!ready) return
  if (ready === 'withheld') return withhold(deps, messageId)
  const { to, channel, letter, dedupe, attempts, report_id, without_identity } = ready
  if (channel !== 'email' && !(await takeTurn(deps, messageId))) return
  const set = (columns: Updateable<IdentityMessage> & { state: 'sent' | 'failed' | 'dead' }) =>
    as(deps.db, system, async (tx) => {
      await tx
        .updateTable('identity.message')
        .set({ ...columns, claimed_until: null })
        .where('id', '=', messageId)
        .where('state', '<>', 'sent')
        .execute()
      if (columns.state !== 'failed') await callNext(tx, messageId)
    })
  let isKept = channel === 'email' && deps.mailer.keepsPreview
  try {
    if (channel === 'email') await deps.mailer.send(to, letter, dedupe)
    else if (channel === 'sms') isKept = (await deps.texter.send(to, letter.text)) === 'kept'
    else isKept = (await deps.poster.send({ id: messageId, to, text: letter.text, about: report_id })) === 'kept'
  } catch (error) {
    if (!(error instanceof ChannelFailed)) throw error
    if (error.againAt) return postpone(deps, messageId, error.code, error.againAt)
    const isOver = error.forGood || lastTry
    await set({ state: isOver ? 'dead' : 'failed', attempts: attempts + 1, last_error: error.code })
    if (isOver) return deps.log.error({ message: messageId, reason: error.code }, 'a message could not be sent')
    throw error
  }
  const preview = isKept ? { preview: keptPreview(deps.pair.keeper, report_id, to, letter) } : {}
  const sentAt = without_identity ? {} : { sent_at: deps.now() }
  await set({ state: 'sent', attempts: attempts + 1, last_error: null, ...sentAt, ...preview })
}

/** It would fail again until then, whatever it says: no failure of this message. It comes again by itself. */
async function postpone({ db, now }: TellDeps, messageId: string, reason: string, againAt: Date) {
  await as(db, system, async (tx) => {
    const columns = { state: 'failed', last_error: reason, claimed_until: null } as const
    await tx
      .updateTable('identity.message')
      .set(columns)
      .where('id', '=', messageId)
      .where('state', '<>', 'sent')
      .execute()
    await addJobs(tx, [sendJob(messageId, Math.max(againAt.getTime() - now().getTime(), 0))])
  })
}

/** It was theirs when it was queued; since then the report has gone elsewhere, or accuses them. */
async function withhold({ db, log }: TellDeps, messageId: string) {
  await as(db, system, (tx) =>
    tx
      .updateTable('identity.message')
      .set({ state: 'dead', last_error: 'not_theirs' })
      .where('id', '=', messageId)
      .execute(),
  )
  log.info({ message: messageId }, 'a message was withheld: the report is not theirs any more')
}
