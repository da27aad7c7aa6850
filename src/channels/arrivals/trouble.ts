import type { Db } from '../../platform/db.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { settle } from './settle.ts'

/** Whatever fails for an hour is left to a human. */
const giveUpMs = 3_600_000

/** It could not be taken: the desk sees it from now on, and after an hour it is not tried again by itself. */
export async function noteTrouble(db: Db, id: string, now: Date) {
  await as(db, system, async (tx) => {
    const row = await tx
      .updateTable('identity.arrival')
      .set(({ fn, val }) => ({ trouble_since: fn.coalesce('trouble_since', val(now)) }))
      .where('id', '=', id)
      .where('outcome', 'is', null)
      .returning('trouble_since')
      .executeTakeFirst()
    if (!row?.trouble_since || now.getTime() - row.trouble_since.getTime() < giveUpMs) return
    await settle(tx, [id], { outcome: 'quarantined', reason: 'failed' }, now)
  })
}
