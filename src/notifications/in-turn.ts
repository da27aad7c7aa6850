import { addJobs } from '../platform/queue.ts'
import type { Tx } from '../report/as.ts'
import { sendJob } from './send-job.ts'
import { saidAtOnce } from './table.ts'

/**
 * Whether this message to an account at a door may leave now. One account is written to in order, at any hour: only an SMS rings a telephone and
 * costs somebody. What has to wait is asked about again when the one before it has gone.
 */
export async function isTurn(tx: Tx, messageId: string): Promise<boolean> {
  const { channel, to_index, turn, template } = await tx
    .selectFrom('identity.message')
    .select(['channel', 'to_index', 'turn', 'template'])
    .where('id', '=', messageId)
    .executeTakeFirstOrThrow()
  const set = (columns: { held: 'order' | null; state?: 'dead'; last_error?: string }) =>
    tx.updateTable('identity.message').set(columns).where('id', '=', messageId).execute()
  if (to_index && !saidAtOnce.includes(template) && (await saidStop(tx, to_index))) {
    await set({ state: 'dead', last_error: 'stopped', held: null })
    await callNext(tx, messageId)
    return false
  }
  const hasToWait = to_index !== null && turn !== null && (await isOneBefore(tx, { channel, to_index, turn }))
  await set({ held: hasToWait ? 'order' : null })
  return !hasToWait
}

/** The first that waited for this one is asked about. Call it in the transaction in which this one has gone, or is given up. */
export async function callNext(tx: Tx, messageId: string) {
  const next = await tx
    .selectFrom('identity.message as m')
    .innerJoin('identity.message as before', 'before.to_index', 'm.to_index')
    .select('m.id')
    .where('before.id', '=', messageId)
    .whereRef('m.channel', '=', 'before.channel')
    .whereRef('m.turn', '>', 'before.turn')
    .where('m.state', 'in', ['queued', 'failed'])
    .orderBy('m.turn')
    .limit(1)
    .executeTakeFirst()
  if (next) await addJobs(tx, [sendJob(next.id)])
}

type Placed = { channel: string; to_index: Buffer; turn: number }

async function isOneBefore(tx: Tx, { channel, to_index, turn }: Placed): Promise<boolean> {
  const before = await tx
    .selectFrom('identity.message')
    .select('id')
    .where('to_index', '=', to_index)
    .where('channel', '=', channel)
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
