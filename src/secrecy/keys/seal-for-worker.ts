import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { inPages } from '../../platform/in-pages.ts'
import { isSealedFor, type KeyPair, open, seal } from '../../platform/seal.ts'
import { lowestId } from '../../platform/uuid.ts'

const batchSize = 500

/** Every column that is sealed for the worker, and the row's key. */
export const sealedForWorker = [
  ['identity.filing', 'report_id', 'sealed'],
  ['identity.account', 'id', 'sealed'],
  ['identity.message', 'id', 'sealed_to'],
  ['identity.arrival', 'id', 'sealed'],
  ['identity.gateway', 'id', 'sealed_password'],
  ['identity.mailbox', 'id', 'sealed_password'],
  ['identity.x_account', 'id', 'sealed_keys'],
  ['identity.x_cursor', 'id', 'sealed'],
  ['identity.x_said', 'id', 'sealed'],
] as const

type Box = { id: string; box: Buffer }

/**
 * Seals for the newest pair whatever is sealed for an older one: accounts, addresses of letters, who filed, what came through a
 * door. What somebody changes meanwhile is sealed by them.
 * @returns how many were sealed anew
 */
export async function sealForWorker(owner: Db, pair: KeyPair, onEach: () => void = () => {}): Promise<number> {
  let sealed = 0
  for await (const { table, key, column, id, box } of boxesFor(owner)) {
    if (isSealedFor(pair, box)) continue
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${seal(pair.publicKey, open(pair, box))}
      where ${sql.ref(key)} = ${id} and ${sql.ref(column)} = ${box}`.execute(owner)
    sealed++
    onEach()
  }
  return sealed
}

/** How many boxes this pair, and no other that is here, opens. */
export async function countSealedFor(owner: Db, halves: KeyPair): Promise<number> {
  let count = 0
  for await (const { box } of boxesFor(owner)) if (isSealedFor(halves, box)) count++
  return count
}

async function* boxesFor(owner: Db) {
  for (const [table, key, column] of sealedForWorker) {
    const page = (last?: Box) => sql<Box>`
      select ${sql.ref(key)} as id, ${sql.ref(column)} as box from ${sql.table(table)}
      where ${sql.ref(key)} > ${last?.id ?? lowestId} and length(${sql.ref(column)}) > 0 order by 1 limit ${batchSize}`
    for await (const row of inPages<Box>(batchSize, async (last) => (await page(last).execute(owner)).rows))
      yield { table, key, column, ...row }
  }
}
