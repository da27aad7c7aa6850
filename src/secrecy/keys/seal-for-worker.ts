import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { inPages } from '../../platform/in-pages.ts'
import { isSealedFor, type KeyPair, open, seal } from '../../platform/seal.ts'
import { lowestId } from '../../platform/uuid.ts'
import type { Keeper } from '../../report/keeper.ts'
import { epochUnder, openUnder, sealedAnew, type Under } from '../sealed-under.ts'

const batchSize = 500

type Place = readonly [table: string, key: string, column: string, under?: RawBuilder<unknown>]

/** Every column that is sealed for the worker, and the row's key; of what is sealed under a key of its own besides, whose. */
export const sealedForWorker: readonly Place[] = [
  ['identity.filing', 'report_id', 'sealed'],
  ['identity.account', 'id', 'sealed'],
  [
    'identity.message',
    'id',
    'sealed_to',
    sql`case when account_id is null then json_build_object('report', report_id) end`,
  ],
  ['identity.arrival', 'id', 'sealed', sql`json_build_object('arrival', id)`],
  ['identity.gateway', 'id', 'sealed_password'],
  ['identity.mailbox', 'id', 'sealed_password'],
  ['identity.x_account', 'id', 'sealed_keys'],
  ['identity.x_cursor', 'id', 'sealed'],
  // Of an erased report it stays sealed for the worker alone (src/secrecy/keep-said.ts).
  [
    'identity.x_said',
    'id',
    'sealed',
    sql`json_build_object('report', case when not exists
      (select from identity.erasure e where e.report_id = x_said.report_id) then report_id end)`,
  ],
]

type Box = { id: string; box: Buffer; under: { report?: string | null; arrival?: string } | null }

/**
 * Seals for the newest pair, and under the newest epoch, whatever is sealed for older ones: accounts, addresses of letters, who filed,
 * what came through a door. What somebody changes meanwhile is sealed by them.
 * @returns how many were sealed anew
 */
export async function sealForWorker(
  { owner, pair, newest }: { owner: Db; pair: KeyPair & { keeper: Keeper }; newest: number },
  onEach: () => void = () => {},
): Promise<number> {
  let sealed = 0
  for await (const { table, key, column, id, box, under } of boxesFor(owner)) {
    const older = isSealedFor(pair, box) ? undefined : seal(pair.publicKey, open(pair, box))
    const anew = (under && sealedAnew(pair, newest, box, whose(under))) ?? older
    if (!anew) continue
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${anew}
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

/** Under which epochs lies what has a key of its own besides, one by one; what was destroyed needs none any more. */
export async function* epochsBesideWorker(owner: Db, pair: KeyPair & { keeper: Keeper }): AsyncGenerator<number> {
  for await (const { box, under } of boxesFor(owner)) {
    const epoch = under ? epochUnder(pair, box) : undefined
    if (epoch !== undefined && openUnder(pair, box)) yield epoch
  }
}

function whose({ report, arrival }: NonNullable<Box['under']>): Under | undefined {
  if (arrival) return { arrival }
  return report ? { report } : undefined
}

async function* boxesFor(owner: Db) {
  for (const [table, key, column, under = sql`null`] of sealedForWorker) {
    const page = (last?: Box) => sql<Box>`
      select ${sql.ref(key)} as id, ${sql.ref(column)} as box, ${under} as under from ${sql.table(table)}
      where ${sql.ref(key)} > ${last?.id ?? lowestId} and length(${sql.ref(column)}) > 0 order by 1 limit ${batchSize}`
    for await (const row of inPages<Box>(batchSize, async (last) => (await page(last).execute(owner)).rows))
      yield { table, key, column, ...row }
  }
}
