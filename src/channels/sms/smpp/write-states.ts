import type { Db } from '../../../platform/db.ts'
import { system } from '../../../report/actor.ts'
import { as } from '../../../report/as.ts'
import type { Bind } from './bind.ts'

/** Writes how every bind is, for the console and the monitor; of binds that are held no more nothing stays. */
export async function writeStates(db: Db, binds: readonly Pick<Bind, 'gateway' | 'lines'>[], now: Date) {
  const rows = binds.flatMap(({ gateway, lines }) =>
    lines().map(({ line, state, since, reason = null }) => ({
      gateway_id: gateway.id,
      line,
      state,
      since,
      reason: state === 'bound' ? null : reason,
      seen_at: now,
    })),
  )
  await as(db, system, async (tx) => {
    const kept = rows.map(({ gateway_id, line }) => `${gateway_id} ${line}`)
    const known = await tx
      .selectFrom('identity.gateway_state')
      .select(['gateway_id', 'line'])
      .where('line', '<>', 'http')
      .forUpdate()
      .execute()
    for (const { gateway_id, line } of known)
      if (!kept.includes(`${gateway_id} ${line}`))
        await tx
          .deleteFrom('identity.gateway_state')
          .where('gateway_id', '=', gateway_id)
          .where('line', '=', line)
          .execute()
    if (rows.length > 0)
      await tx
        .insertInto('identity.gateway_state')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['gateway_id', 'line']).doUpdateSet(({ ref }) => ({
            state: ref('excluded.state'),
            since: ref('excluded.since'),
            reason: ref('excluded.reason'),
            seen_at: ref('excluded.seen_at'),
          })),
        )
        .execute()
  })
}
