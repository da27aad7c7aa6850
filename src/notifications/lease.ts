import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import type { TellDeps } from './tell-deps.ts'

/** Whoever sends a message says so again and again; who has not for so long has crashed, and the message is another's. */
export const leaseMs = 20_000

/** Several to a lease, so that one that is late is none that is missed. */
const beatMs = 5_000

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
