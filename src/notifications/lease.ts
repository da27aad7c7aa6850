import { addJobs } from '../platform/queue.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { sendJob } from './send-job.ts'
import type { TellDeps } from './tell-deps.ts'

/** Whoever sends a message says so again and again; who has not for so long has crashed, and the message is another's. */
export const leaseMs = 20_000

/** Several to a lease, so that one that is late is none that is missed. */
const beatMs = 5_000

/** Claims a letter for whoever asks. While another holds it, it is asked about again when that claim ends. */
export async function claimLetter({ db, now }: TellDeps, messageId: string): Promise<boolean> {
  const at = now()
  return as(db, system, async (tx) => {
    const letter = await tx
      .selectFrom('identity.message')
      .select('claimed_until')
      .where('id', '=', messageId)
      .where('state', 'in', ['queued', 'failed'])
      .forUpdate()
      .executeTakeFirst()
    if (!letter) return false
    if (letter.claimed_until && letter.claimed_until > at) {
      await addJobs(tx, [sendJob(messageId, letter.claimed_until.getTime() - at.getTime())])
      return false
    }
    const claimed_until = new Date(at.getTime() + leaseMs)
    await tx.updateTable('identity.message').set({ claimed_until }).where('id', '=', messageId).execute()
    return true
  })
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
    ).catch((error) => log.warn({ err: error, message: messageId }, 'the claim of a message could not be renewed'))
  const timer = setInterval(beat, beatMs)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
