import type { Db } from '../../platform/db.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { keepDeskWords } from './desk-words.ts'
import { type Naming, reportsNamed } from './reports-named.ts'
import { settle } from './settle.ts'

/** Whatever fails for an hour is left to a human. */
const giveUpMs = 3_600_000

/**
 * It could not be taken: the desk sees it from now on, and after an hour it is not tried again by itself; unless it belongs to a report,
 * of which no desk may be allowed to know. Of what cannot be opened now nobody is shown the words later: whose they are was not seen.
 */
export async function noteTrouble(deps: Naming & { db: Db }, id: string, now: Date) {
  await as(deps.db, system, async (tx) => {
    const row = await tx
      .selectFrom('identity.arrival')
      .select(['id', 'door', 'sender_index', 'sealed', 'trouble_since', 'names'])
      .where('id', '=', id)
      .where('outcome', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return
    const since = row.trouble_since ?? now
    if (!row.trouble_since) {
      const { names, isOpened } = await reportsNamed(tx, deps, row)
      row.names = names
      await tx.updateTable('identity.arrival').set({ trouble_since: now, names }).where('id', '=', id).execute()
      if (!isOpened) await keepDeskWords(tx, deps.pair.keeper, id, '')
    }
    if (row.names.length > 0 || now.getTime() - since.getTime() < giveUpMs) return
    await settle(tx, [id], { outcome: 'quarantined', reason: 'failed' }, now)
  })
}
