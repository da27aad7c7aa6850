import { addJobs } from '../platform/queue.ts'
import { wholeHour } from '../platform/whole-hour.ts'
import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { mostTries } from './note-own-fault.ts'
import { sendJob } from './send-job.ts'
import type { TellDeps } from './tell-deps.ts'
import { wayOut } from './ways-out/ways-out.ts'

/** Whoever sends a message says so again and again; who has not for so long has crashed, and the message is another's. */
export const leaseMs = 20_000

/** Several to a lease, so that one that is late is none that is missed. */
const beatMs = 5_000

/**
 * Claims a letter, or a message on X, for whoever asks. While another holds it, it is asked about again when that claim ends; a message
 * over which process after process died is claimed no more.
 * @param isItsTurn asked under the claim's lock; of one that has to wait it writes down why
 */
export async function claimMessage(
  { db, now }: TellDeps,
  messageId: string,
  isItsTurn?: (tx: Tx, messageId: string) => Promise<boolean>,
): Promise<boolean> {
  const at = now()
  return as(db, system, async (tx) => {
    const message = await tx
      .selectFrom('identity.message')
      .select(['claimed_until', 'attempts', 'channel'])
      .where('id', '=', messageId)
      .where('state', 'in', ['queued', 'failed'])
      .forUpdate()
      .executeTakeFirst()
    if (!message) return false
    if (message.claimed_until && message.claimed_until > at) {
      await addJobs(tx, [sendJob(messageId, message.claimed_until.getTime() - at.getTime())])
      return false
    }
    // A claim that has ended without an outcome is of a process that died with it; the queue forgets that when it is asked anew.
    const hasDied = message.claimed_until !== null
    const attempts = message.attempts + (hasDied ? 1 : 0)
    if (hasDied && attempts >= mostTries) {
      await giveUpDied(tx, messageId, { attempts, channel: message.channel, at })
      return false
    }
    if (isItsTurn && !(await isItsTurn(tx, messageId))) return false
    const claimed_until = new Date(at.getTime() + leaseMs)
    await tx.updateTable('identity.message').set({ claimed_until, attempts }).where('id', '=', messageId).execute()
    return true
  })
}

/** Whoever sent it died each time: it is tried no more, and lies where somebody reads it and has it tried again. */
async function giveUpDied(
  tx: Tx,
  messageId: string,
  { attempts, channel, at }: { attempts: number; channel: string; at: Date },
) {
  await tx
    .updateTable('identity.message')
    // Whether the report is one without identity is not known here: when, to the hour for all.
    .set({ state: 'dead', attempts, last_error: 'own fault died', failed_at: wholeHour(at), claimed_until: null })
    .where('id', '=', messageId)
    .execute()
  await wayOut(channel)?.ended?.(tx, messageId)
}

/**
 * Holds a claimed message while `work` sends it, however long that takes. The claim ends with the outcome that its caller writes; of
 * a process that dies it ends by itself.
 */
export async function whileHeld<T>({ db, now, log }: TellDeps, messageId: string, work: () => Promise<T>): Promise<T> {
  const beat = () =>
    as(db, system, (tx) =>
      tx
        .updateTable('identity.message')
        .set({ claimed_until: new Date(now().getTime() + leaseMs) })
        .where('id', '=', messageId)
        .where('claimed_until', 'is not', null)
        .execute(),
    ).catch((error) => log.warn({ err: error }, 'the claim of a message could not be renewed'))
  const timer = setInterval(beat, beatMs)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
