import { addJobs } from '../platform/queue.ts'
import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { leaseMs } from './lease.ts'
import { sendJob } from './send-job.ts'
import { smsAnswers } from './table.ts'
import type { TellDeps } from './tell-deps.ts'

/** Said to whoever has just written, though they said STOP. */
const atOnce: readonly string[] = ['receipt', ...smsAnswers]

/**
 * Whether this message to an account of X may leave now; then it is claimed for whoever asked. One account is written to in order, at
 * any hour: X rings no telephone and costs nobody. What has to wait is asked about again when the one before it has gone.
 */
export async function takeTurnOnX({ db, now }: TellDeps, messageId: string): Promise<boolean> {
  const at = now()
  return as(db, system, async (tx) => {
    const message = await tx
      .selectFrom('identity.message')
      .select(['id', 'to_index', 'turn', 'template', 'claimed_until'])
      .where('id', '=', messageId)
      .where('state', 'in', ['queued', 'failed'])
      .forUpdate()
      .executeTakeFirst()
    if (!message) return false
    const { to_index, turn, template, claimed_until } = message
    if (claimed_until && claimed_until > at) {
      await addJobs(tx, [sendJob(messageId, claimed_until.getTime() - at.getTime())])
      return false
    }
    const set = (columns: { held?: 'order' | null; claimed_until?: Date; state?: 'dead'; last_error?: string }) =>
      tx.updateTable('identity.message').set(columns).where('id', '=', messageId).execute()
    if (to_index && !atOnce.includes(template) && (await saidStop(tx, to_index))) {
      await set({ state: 'dead', last_error: 'stopped', held: null })
      await callNextOnX(tx, messageId)
      return false
    }
    if (to_index && turn !== null && (await isOneBefore(tx, to_index, turn))) {
      await set({ held: 'order' })
      return false
    }
    await set({ held: null, claimed_until: new Date(at.getTime() + leaseMs) })
    return true
  })
}

/** The first that waited for this one is asked about. Call it in the transaction in which this one has gone, or is given up. */
export async function callNextOnX(tx: Tx, messageId: string) {
  const next = await tx
    .selectFrom('identity.message as m')
    .innerJoin('identity.message as before', 'before.to_index', 'm.to_index')
    .select('m.id')
    .where('before.id', '=', messageId)
    .where('m.channel', '=', 'x')
    .whereRef('m.turn', '>', 'before.turn')
    .where('m.state', 'in', ['queued', 'failed'])
    .orderBy('m.turn')
    .limit(1)
    .executeTakeFirst()
  if (next) await addJobs(tx, [sendJob(next.id)])
}

async function isOneBefore(tx: Tx, toIndex: Buffer, turn: number): Promise<boolean> {
  const before = await tx
    .selectFrom('identity.message')
    .select('id')
    .where('to_index', '=', toIndex)
    .where('channel', '=', 'x')
    .where('turn', '<', turn)
    .where('state', 'in', ['queued', 'failed'])
    .limit(1)
    .executeTakeFirst()
  return before !== undefined
}

async function saidStop(tx: Tx, toIndex: Buffer): Promise<boolean> {
  const stop = await tx
    .selectFrom('identity.sms_stop')
    .select('since')
    .where('phone_index', '=', toIndex)
    .executeTakeFirst()
  return stop !== undefined
}
