import { z } from 'zod'
import type { Task } from '../../platform/jobs.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { type TakeDeps, takeSms } from '../sms/take-sms.ts'
import { settle } from './settle.ts'

const payload = z.object({ reportId: z.uuid() })

/** A long message is asked about again after so long; whatever fails for an hour is left to a human. */
const askAgainMs = 60_000
const giveUpMs = 3_600_000
const most = 1_000

/** `arrival`: take one as it comes. `arrivals`: every minute, those that still wait, the oldest first. */
export function arrivalTasks(deps: TakeDeps): Record<'arrival' | 'arrivals', Task> {
  return {
    arrival: (given) => takeSms(deps, payload.parse(given).reportId),
    async arrivals(_given, { signal }) {
      const now = deps.now()
      const waiting = await as(deps.db, system, (tx) =>
        tx
          .selectFrom('identity.arrival')
          .select(['id', 'arrived_at'])
          .where('outcome', 'is', null)
          .where('arrived_at', '<=', new Date(now.getTime() - askAgainMs))
          .orderBy('arrived_at')
          .limit(most)
          .execute(),
      )
      for (const { id, arrived_at } of waiting) {
        if (signal.aborted) return
        await takeSms(deps, id).catch(async (error: unknown) => {
          deps.log.error({ err: error, arrival: id }, 'an arrival could not be taken')
          if (now.getTime() - arrived_at.getTime() < giveUpMs) return
          await as(deps.db, system, (tx) => settle(tx, [id], { outcome: 'quarantined', reason: 'failed' }, now))
        })
      }
    },
  }
}
