import { sql, type Updateable } from 'kysely'
import { addJobs } from '../platform/queue.ts'
import type { IdentityMessage } from '../platform/schema.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { ChannelFailed, Unanswered } from './channel-failed.ts'
import type { Letter } from './letter.ts'
import { keptPreview } from './previews.ts'
import { smsJob } from './send-job.ts'
import { callNext, takeTurn } from './sms-turn.ts'
import type { TellDeps } from './tell-deps.ts'
import type { Left } from './texter.ts'

type Ready = { to: string; letter: Letter; attempts: number; report_id: string | null }

type Settled = Updateable<IdentityMessage> & { state: 'sent' | 'failed' | 'dead' }

/** What was handed over without an answer is handed over once more, after so long, and then given up: it may have left twice. */
const unansweredMs = 60_000
const mostUnanswered = 2

/**
 * Sends one SMS when it is its turn.
 * @throws ChannelFailed when it should be tried again later
 */
export async function sendSms(deps: TellDeps, messageId: string, ready: Ready, lastTry: boolean): Promise<void> {
  if (ready.attempts > 0 && (await hasLeft(deps, messageId))) return
  if (!(await takeTurn(deps, messageId))) return
  const begun = deps.now()
  const attempts = ready.attempts + 1
  let left: Left | 'kept'
  try {
    left = await deps.texter.send(ready.to, ready.letter.text)
  } catch (error) {
    if (error instanceof Unanswered) return waitForAnswer(deps, messageId, { attempts, begun }, error)
    if (!(error instanceof ChannelFailed)) throw error
    const isOver = error.forGood || lastTry
    await settle(deps, messageId, { state: isOver ? 'dead' : 'failed', attempts, last_error: error.code })
    if (isOver) return deps.log.error({ message: messageId, reason: error.code }, 'a message could not be sent')
    throw error
  }
  await settle(deps, messageId, { ...gone(deps, left), attempts, ...preview(deps, ready, left) })
}

/** Nobody knows whether it left. An answer that comes late settles it, if it comes before the next try. */
async function waitForAnswer(
  deps: TellDeps,
  messageId: string,
  { attempts, begun }: { attempts: number; begun: Date },
  { code, gateway, late }: Unanswered,
) {
  late
    .then((left) => left && settle(deps, messageId, { ...gone(deps, left), attempts }))
    .catch((error: unknown) => deps.log.error({ err: error, message: messageId }, 'a late answer could not be noted'))
  await as(deps.db, system, async (tx) => {
    const { unanswered } = (await tx
      .updateTable('identity.message')
      .set(({ eb }) => ({
        state: eb
          .case()
          .when('unanswered', '>=', mostUnanswered - 1)
          .then('dead')
          .else('failed')
          .end(),
        unanswered: eb('unanswered', '+', 1),
        attempts,
        last_error: code,
        claimed_until: null,
        gateway,
        delivery: 'unknown',
        delivery_at: begun,
      }))
      .where('id', '=', messageId)
      .where('state', '<>', 'sent')
      .returning('unanswered')
      .executeTakeFirst()) ?? { unanswered: 0 }
    if (unanswered >= mostUnanswered) await callNext(tx, messageId)
    else if (unanswered > 0) await addJobs(tx, [smsJob(messageId, unansweredMs)])
  })
}

/** No answer came to it, but a receipt. */
async function hasLeft({ db, now }: TellDeps, messageId: string): Promise<boolean> {
  return as(db, system, async (tx) => {
    const { rows } = await sql<{ left: boolean }>`
      select identity.settle_by_receipt(${messageId}, ${now()}) as left`.execute(tx)
    if (rows[0]?.left) await callNext(tx, messageId)
    return rows[0]?.left ?? false
  })
}

function gone({ now }: TellDeps, left: Left | 'kept') {
  const through =
    left === 'kept' ? {} : { gateway: left.gateway, ref_hash: left.refHash, delivery: 'accepted', delivery_at: now() }
  return { state: 'sent', last_error: null, sent_at: now(), ...through } as const
}

function preview({ pair }: TellDeps, { to, letter, report_id }: Ready, left: Left | 'kept') {
  return left === 'kept' ? { preview: keptPreview(pair.keeper, report_id, to, letter) } : {}
}

async function settle({ db }: TellDeps, messageId: string, columns: Settled) {
  await as(db, system, async (tx) => {
    await tx
      .updateTable('identity.message')
      .set({ ...columns, claimed_until: null })
      .where('id', '=', messageId)
      .where('state', '<>', 'sent')
      .execute()
    if (columns.state !== 'failed') await callNext(tx, messageId)
  })
}
