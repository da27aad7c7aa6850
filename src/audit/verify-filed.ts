import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { inPages } from '../platform/in-pages.ts'
import { lowestId } from '../platform/uuid.ts'
import { commitFiled } from '../report/commit-filed.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import type { Fault } from './verify-chains.ts'

const pageSize = 1_000

type Row = { id: string; trackingId: string; title: string | null; text: string; salt: Buffer; committed: string }

/**
 * Compares the words that were filed with what the first event committed to. Those of reports that their reporter had erased are gone;
 * those filed before there was a commitment are not compared.
 */
export async function verifyFiled(
  db: Db,
  { keeper, indexSecret }: { keeper: Keeper; indexSecret: Uint8Array },
  onFault: (fault: Fault) => void,
): Promise<{ filed: number; faults: number }> {
  const total = { filed: 0, faults: 0 }
  for await (const row of inPages(pageSize, (last: Row | undefined) => filedAfter(db, last))) {
    total.filed += 1
    if (holds(keeper, indexSecret, row)) continue
    total.faults += 1
    onFault({ trackingId: row.trackingId, at: 1, what: 'the words that were filed are not those that were recorded' })
  }
  return total
}

function holds(keeper: Keeper, secret: Uint8Array, row: Row): boolean {
  try {
    return commitFiled(secret, row.salt, openWords(keeper, row.id, row, ['title', 'text'])) === row.committed
  } catch {
    return false
  }
}

async function filedAfter(db: Db, last: Row | undefined): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.id, r.tracking_id as "trackingId", c.original_title as title, c.original_text as text, c.filed_salt as salt,
      e.data ->> 'filed' as committed
    from casework.event e
    join casework.report r on r.id = e.report_id
    join casework.content c on c.report_id = r.id
    where e.seq = 1 and e.data ? 'filed' and c.filed_salt is not null and e.report_id > ${last?.id ?? lowestId}
    order by e.report_id limit ${pageSize}`.execute(db)
  return rows
}
