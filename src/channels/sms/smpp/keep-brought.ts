import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../platform/db.ts'
import { system } from '../../../report/actor.ts'
import { as } from '../../../report/as.ts'
import type { IdentityKeys } from '../../../secrecy/identity.ts'
import type { Arriving } from '../../arrivals/arrived.ts'
import { arrivalRow } from '../../arrivals/keep-arrival.ts'

type KeepDeps = { db: Db; keys: IdentityKeys }

/**
 * Keeps a message that came without an id; committed when this returns. The same words again are the same message, brought again, unless
 * whoever brings it is known to have our answer (`acknowledgeBrought`), or has been silent about it for six hours (migration 133).
 * @param content all that it says
 * @returns by what it can be acknowledged
 */
export async function keepBrought({ db, keys }: KeepDeps, arriving: Arriving, content: string, now: Date) {
  const { gateway } = arriving
  const hash = createHmac('sha256', keys.indexSecret).update(`lapor brought ${gateway}\n${content}`).digest()
  const row = arrivalRow(keys, arriving, now)
  await sql`select identity.keep_brought(${JSON.stringify(row)}::jsonb, ${hash})`.execute(db)
  return hash
}

/** The operator has our answer to these: whatever says the same from now on is another message. */
export async function acknowledgeBrought(db: Db, gateway: string, hashes: readonly Buffer[]) {
  await as(db, system, (tx) =>
    tx
      .updateTable('identity.brought')
      .set({ acknowledged: true })
      .where('gateway', '=', gateway)
      .where('content_hash', 'in', hashes)
      .execute(),
  )
}

const keptMs = 3 * 86_400_000

/** After three days nobody brings a message again, a counter begun anew meets no message of before, and no message is waited for by its receipt. */
export async function tidyBrought(db: Db, now: Date) {
  const before = new Date(now.getTime() - keptMs)
  await as(db, system, async (tx) => {
    await tx.deleteFrom('identity.brought').where('at', '<', before).execute()
    await tx.deleteFrom('identity.early_receipt').where('at', '<', before).execute()
  })
}
