import { z } from 'zod'
import type { Now } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import type { Task } from '../../platform/jobs.ts'
import type { Log } from '../../platform/log.ts'
import type { Naming } from './reports-named.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import type { Door } from '../../report/doors.ts'
import { fileUnanswered } from '../asked/file-unanswered.ts'
import { showToDesk } from './show-to-desk.ts'
import { noteTrouble } from './trouble.ts'

const payload = z.object({ reportId: z.uuid() })

/** A long message is asked about again after so long. */
const askAgainMs = 60_000
const most = 1_000

/** Understands one arrival of its door, does what it asks, and settles it, in one transaction; done twice, it is done once. */
export type Take = (arrivalId: string) => Promise<void>

/**
 * `arrival`: take one as it comes. `arrivals`: every minute, those that still wait, the oldest first.
 * @param takers of the doors that are there; what came by another waits for it
 */
export function arrivalTasks(
  deps: Naming & { db: Db; log: Log; now: Now },
  takers: Partial<Record<Door, Take>>,
): Record<'arrival' | 'arrivals', Task> {
  return {
    async arrival(given) {
      const { reportId: id } = payload.parse(given)
      const arrival = await as(deps.db, system, (tx) =>
        tx.selectFrom('identity.arrival').select('door').where('id', '=', id).executeTakeFirst(),
      )
      await takers[arrival?.door as Door]?.(id).catch(async (error: unknown) => {
        await noteTrouble(deps, id, deps.now())
        throw error
      })
    },
    async arrivals(_given, { signal }) {
      const now = deps.now()
      await fileUnanswered(deps.db, now)
      const waiting = await as(deps.db, system, (tx) =>
        tx
          .selectFrom('identity.arrival')
          .select(['id', 'door'])
          .where('outcome', 'is', null)
          .where('door', 'in', Object.keys(takers))
          .where('arrived_at', '<=', new Date(now.getTime() - askAgainMs))
          .orderBy('arrived_at')
          .limit(most)
          .execute(),
      )
      for (const { id, door } of waiting) {
        if (signal.aborted) return
        await takers[door as Door]?.(id).catch(async (error: unknown) => {
          deps.log.error({ err: error, arrival: id }, 'an arrival could not be taken')
          await noteTrouble(deps, id, now)
        })
      }
      await showToDesk(deps)
    },
  }
}
