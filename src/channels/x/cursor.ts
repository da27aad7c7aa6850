import { type KeyPair, open, seal } from '../../platform/seal.ts'
import type { Db } from '../../platform/db.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'

/** Lists that are read from where we were last. */
export type Read = 'mentions' | 'search' | 'directs'

export async function readCursor(db: Db, pair: KeyPair, part: Read): Promise<string | undefined> {
  const row = await as(db, system, (tx) =>
    tx.selectFrom('identity.x_cursor').select('sealed').where('part', '=', part).executeTakeFirst(),
  )
  return row && open(pair, row.sealed)
}

export async function writeCursor(db: Db, pair: KeyPair, part: Read, id: string) {
  const sealed = seal(pair.publicKey, id)
  await as(db, system, (tx) =>
    tx
      .insertInto('identity.x_cursor')
      .values({ part, sealed })
      .onConflict((conflict) => conflict.column('part').doUpdateSet({ sealed }))
      .execute(),
  )
}

/** The later of two ids; they grow with time, and have no fixed length. */
export function later(one: string | undefined, other: string): string {
  return one !== undefined && BigInt(one) > BigInt(other) ? one : other
}
