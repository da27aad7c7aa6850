import type { Db } from '../../platform/db.ts'
import type { Log } from '../../platform/log.ts'
import type { KeyPair } from '../../platform/seal.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import type { Keeper } from '../../report/keeper.ts'
import { deskWords, keepDeskWords } from './desk-words.ts'

const most = 200

/** Opens what a human has to look at, and seals it so that the web process can open it for a verifier. What cannot be opened has no words. */
export async function showToDesk(deps: { db: Db; log: Log; pair: KeyPair & { keeper: Keeper } }): Promise<void> {
  const { db, log, pair } = deps
  const ids = await as(db, system, (tx) =>
    tx
      .selectFrom('identity.to_look_at as l')
      .leftJoin('identity.arrival_words as w', 'w.arrival_id', 'l.id')
      .select('l.id')
      .where('w.arrival_id', 'is', null)
      .orderBy('l.arrived_at')
      .limit(most)
      .execute(),
  )
  for (const { id } of ids) {
    if (!id) continue
    await as(db, system, async (tx) => {
      const words = await deskWords(tx, pair, id).catch((error: unknown) => {
        log.error({ err: error, arrival: id }, 'what came cannot be opened for the desk')
        return ''
      })
      await keepDeskWords(tx, pair.keeper, id, words)
    })
  }
}
