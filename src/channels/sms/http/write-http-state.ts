import type { Db } from '../../../platform/db.ts'
import { system } from '../../../report/actor.ts'
import { as } from '../../../report/as.ts'

/** How it goes with an HTTP gateway, as the last message that was tried there showed. */
export type HttpState = { state: 'bound' | 'throttled' | 'down'; reason: string | null }

/** For the console and the monitor. `since` is when it began to be so; a reason that changes begins nothing. */
export async function writeHttpState(db: Db, gatewayId: string, { state, reason }: HttpState, now: Date) {
  const row = { state, reason: reason && plain(reason), since: now, seen_at: now }
  await as(db, system, (tx) =>
    tx
      .insertInto('identity.gateway_state')
      .values({ gateway_id: gatewayId, line: 'http', ...row })
      .onConflict((conflict) =>
        conflict.columns(['gateway_id', 'line']).doUpdateSet(({ ref, eb }) => ({
          ...row,
          since: eb
            .case()
            .when('identity.gateway_state.state', '=', ref('excluded.state'))
            .then(ref('identity.gateway_state.since'))
            .else(ref('excluded.since'))
            .end(),
        })),
      )
      .execute(),
  )
}

/** As the table takes reasons: `SMS gateway 503` → `sms gateway 503`. */
function plain(reason: string): string {
  return reason
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .slice(0, 60)
}
