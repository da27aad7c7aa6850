import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { inPages } from '../platform/in-pages.ts'
import { lowestId } from '../platform/uuid.ts'
import { commitFiled } from '../report/commit-filed.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import { erasedInLedger } from './erased-in-ledger.ts'
import type { Fault } from './verify-chains.ts'

const pageSize = 1_000

/** `text` null: its row is gone. `committed` null: filed before there was a commitment. `salt` null: erased, or filed before that. */
type Row = {
  id: string
  trackingId: string
  title: string | null
  text: string | null
  salt: Buffer | null
  committed: string | null
  erased: boolean
}

/**
 * Compares the words that were filed with what the first event committed to. Those that the ledger records as erased are gone; of those
 * filed before there was a commitment only that they are there is looked at.
 */
export async function verifyFiled(
  db: Db,
  { keeper, indexSecret }: { keeper: Keeper; indexSecret: Uint8Array },
  onFault: (fault: Fault) => void,
): Promise<{ filed: number; faults: number }> {
  const total = { filed: 0, faults: 0 }
  for await (const row of inPages(pageSize, (last: Row | undefined) => filedAfter(db, last))) {
    if (row.committed !== null) total.filed += 1
    const what = wrong(keeper, indexSecret, row)
    if (!what) continue
    total.faults += 1
    onFault({ trackingId: row.trackingId, at: 1, what })
  }
  return total
}

function wrong(keeper: Keeper, secret: Uint8Array, { text, salt, ...row }: Row): string | undefined {
  if (text === null) return 'the words that were filed are gone'
  if (row.committed === null) return undefined
  if (salt !== null && commitment(keeper, secret, { ...row, text, salt }) === row.committed) return undefined
  if (text !== '') return 'the words that were filed are not those that were recorded'
  return row.erased ? undefined : 'the words that were filed are gone, and no erasure is recorded'
}

/** Undefined when what is sealed was changed. */
function commitment(
  keeper: Keeper,
  secret: Uint8Array,
  row: { id: string; title: string | null; text: string; salt: Buffer },
) {
  try {
    return commitFiled(secret, row.salt, openWords(keeper, row.id, row, ['title', 'text']))
  } catch {
    return undefined
  }
}

async function filedAfter(db: Db, last: Row | undefined): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.id, r.tracking_id as "trackingId", c.original_title as title, c.original_text as text, c.filed_salt as salt,
      e.data ->> 'filed' as committed, ${sql.raw(erasedInLedger('r.id'))} as erased
    from casework.report r
    left join casework.event e on e.report_id = r.id and e.seq = 1
    left join casework.content c on c.report_id = r.id
    where r.id > ${last?.id ?? lowestId}
    order by r.id limit ${pageSize}`.execute(db)
  return rows
}
