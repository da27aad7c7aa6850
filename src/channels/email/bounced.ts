import { markAddressFailed } from '../../notifications/mark-address-failed.ts'
import { sendJob } from '../../notifications/send-job.ts'
import { addJobs } from '../../platform/queue.ts'
import type { Acted, Acting } from './acting.ts'
import type { Bounce } from './read/bounce.ts'

const againMs = 3_600_000
const mostBounces = 3

/**
 * A letter of ours came back. Its address does not exist: that stands with report or account, and nothing more is sent there. For now:
 * it is tried again, an hour later each time, thrice. A delay is its server's business.
 */
export async function bounced(
  { tx, pair, setting: { now } }: Pick<Acting, 'tx' | 'pair' | 'setting'>,
  messageId: string | undefined,
  bounce: Bounce,
): Promise<Acted> {
  const message = messageId
    ? await tx
        .selectFrom('identity.message')
        .select(['id', 'report_id', 'account_id', 'state', 'bounces'])
        .where('id', '=', messageId)
        .where('channel', '=', 'email')
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (!message) return { outcome: 'refused', reason: 'bounce_of_nothing' }
  const { id, report_id, state, bounces } = message
  const done: Acted = { outcome: 'command', reason: `bounce_${bounce.kind}`, reportId: report_id ?? undefined }
  if (bounce.kind === 'wait' || state !== 'sent') return done
  const isOver = bounce.kind === 'hard' || bounces >= mostBounces
  await tx
    .updateTable('identity.message')
    .set({ state: isOver ? 'dead' : 'failed', last_error: `bounce ${bounce.code}`, bounces: bounces + 1 })
    .where('id', '=', id)
    .execute()
  if (bounce.kind === 'hard') await markAddressFailed(tx, pair, message, now)
  else if (!isOver) await addJobs(tx, [sendJob(id, againMs * (bounces + 1))])
  return done
}
