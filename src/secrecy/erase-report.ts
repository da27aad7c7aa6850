import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { system } from '../report/actor.ts'
import { as, type Tx } from '../report/as.ts'
import { removePicture } from '../report/kept-pictures.ts'
import { wholeHour } from '../platform/whole-hour.ts'
import type { Opener } from './filer.ts'
import { type Filed, openFiled } from './identity.ts'
import { destroyKeys } from './keys/key-ring.ts'
import { noteReport } from './floor-journal.ts'
import { keepSaid } from './keep-said.ts'
import type { KeyPlace } from './keys/key-store.ts'
import { leaves } from './keys/make-keeper.ts'

/** `db`: role lapor_worker. Only the worker destroys keys. */
export type ErasureDeps = {
  db: Db
  keys: KeyPlace
  /** Opens what is sealed for the worker, and each report's own seal. */
  pair: Opener
  uploadsDir: string
  now(): Date
}

/** Held by whoever changes key files: one at a time, also across processes. */
export const keyFilesLock = sql`select pg_advisory_xact_lock(1727)`

/**
 * Erase what its reporter asked for: first the keys, on the disk for good, then what the database and the store still hold; before
 * them what has still to be taken back is sealed for the worker alone. What was cut short is done again from the start; what is done
 * stays done.
 */
export async function eraseReport(deps: ErasureDeps, reportId: string): Promise<void> {
  await as(deps.db, system, async (tx) => {
    if (!(await wishOf(tx, reportId))) return
    await keepSaid(tx, deps.pair, reportId)
    // While anything still says which messages led to it.
    await noteReport(tx, deps.keys.dataDir, reportId)
  })
  const pictures = await as(deps.db, system, async (tx) => {
    await keyFilesLock.execute(tx)
    const wish = await wishOf(tx, reportId)
    if (!wish) return []
    const gone = wish.everything ? await picturesOf(tx, reportId) : []
    // First what leads here from the account: as long as its key is there, what was cut short can still be read.
    const { account, n } = await filedOf(tx, deps, reportId)
    if (account !== undefined && n !== undefined) await destroyKeys(deps.keys, [leaves.own(account, n)])
    await destroyKeys(deps.keys, [
      leaves.identity(reportId),
      ...(await arrivalsOf(tx, reportId)).map(leaves.words),
      ...(wish.everything ? [leaves.words(reportId), ...gone.map(leaves.picture)] : []),
    ])
    const at = wish.withoutIdentity ? wholeHour(deps.now()) : deps.now()
    await sql`select identity.finish_erasure(${reportId}, ${at})`.execute(tx)
    return gone
  })
  for (const id of pictures) await removePicture(deps, id)
}

/** Whether the words go as well: all but those of a report that was public, which stays so. The database says the same. */
export function erasesWords(
  what: string | undefined,
  report: { confidential: boolean; withdrawn: boolean; wasPublic: boolean },
): boolean {
  return what === 'all' && (report.confidential || report.withdrawn || !report.wasPublic)
}

async function wishOf(tx: Tx, reportId: string) {
  const row = await tx
    .selectFrom('identity.erasure as e')
    .innerJoin('casework.report as r', 'r.id', 'e.report_id')
    .select(['e.what', 'e.done_at', 'r.confidential', 'r.stage', 'r.published_at', 'r.without_identity'])
    .where('e.report_id', '=', reportId)
    .executeTakeFirst()
  if (!row || row.done_at) return undefined
  return {
    everything: erasesWords(row.what, {
      ...row,
      withdrawn: row.stage === 'withdrawn',
      wasPublic: row.published_at !== null,
    }),
    withoutIdentity: row.without_identity,
  }
}

async function filedOf(tx: Tx, { pair }: ErasureDeps, reportId: string): Promise<Filed> {
  const row = await tx
    .selectFrom('identity.filing')
    .select('sealed')
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  return row?.sealed ? openFiled(pair, pair.keeper, reportId, row.sealed) : {}
}

/** Messages that came in and led to it, each of which lay under a key of its own; so did whom we answered about none. */
async function arrivalsOf(tx: Tx, reportId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select identity.arrivals_of(${reportId}) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

async function picturesOf(tx: Tx, reportId: string): Promise<string[]> {
  const rows = await tx.selectFrom('casework.attachment').select('id').where('report_id', '=', reportId).execute()
  return rows.map(({ id }) => id)
}
