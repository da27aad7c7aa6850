import { sql } from 'kysely'
import { wholeHour } from '../platform/whole-hour.ts'
import { system } from '../report/actor.ts'
import { as } from '../report/as.ts'
import type { TellDeps } from './tell-deps.ts'
import { wayOut } from './ways-out/ways-out.ts'

/** As often as the queue tries a job (graphile-worker), and counted here as well: a job that is added anew counts from the first try. */
export const mostTries = 25

/** How far a message came before it failed: claimed by `nobody` of ours yet, held by `us`, taken by the `door`. */
export type Reached = { by: 'nobody' | 'us' | 'door' }

/**
 * What no door told of is our own bug, and no row would say that the message did not go: written down like a failure of the door, so
 * that the queue tries it later and later, and whoever is on duty reads it and has it tried again. Of the error the kind alone.
 * Of what the door took already nothing is tried by itself, and what another process holds is that one's to write down.
 */
export async function noteOwnFault(
  { db, now, log }: Pick<TellDeps, 'db' | 'now' | 'log'>,
  messageId: string,
  error: unknown,
  { lastTry, by }: Reached & { lastTry: boolean },
): Promise<void> {
  const { name = 'Error', code } = error as { name?: string; code?: string }
  const reason = by === 'door' ? 'sent, not noted' : ['own fault', name, code].filter(Boolean).join(' ')
  const isOver = lastTry || by === 'door'
  const noted = await as(db, system, (tx) =>
    tx
      .updateTable('identity.message')
      .set({
        state: sql`case when ${isOver} or attempts + 1 >= ${mostTries} then 'dead' else 'failed' end`,
        attempts: sql`attempts + 1`,
        last_error: reason,
        // Whether the report is one without identity is not known here: when, to the hour for all.
        failed_at: wholeHour(now()),
        claimed_until: null,
      })
      .where('id', '=', messageId)
      .where('state', 'in', ['queued', 'failed'])
      .$if(by === 'nobody', (update) =>
        update.where((is) => is.or([is('claimed_until', 'is', null), is('claimed_until', '<=', now())])),
      )
      .returning(['channel', 'state'])
      .executeTakeFirst(),
  ).catch((away) => log.warn({ err: away }, 'that a message failed could not be noted'))
  if (noted?.state !== 'dead') return
  const { ended } = wayOut(noted.channel) ?? {}
  if (ended) await as(db, system, (tx) => ended(tx, messageId))
}
