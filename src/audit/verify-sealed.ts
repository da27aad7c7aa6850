import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { inPages } from '../platform/in-pages.ts'
import type { Keeper } from '../report/keeper.ts'
import { erasedInLedger } from './erased-in-ledger.ts'
import type { Fault } from './verify-chains.ts'

const pageSize = 1_000

/** `seq`: of the event, or the number of the opening. */
type Row = { id: string; trackingId: string; seq: number; text: string; committed: string | null; erased: boolean }

/** Where sealed words stand, page by page. */
type Place = { thing: string; after(db: Db, last: Row | undefined): Promise<Row[]> }

/**
 * Opens the sealed words of events, and why openings were asked for, and compares them with what was committed to: nobody can
 * forge them without the keys, but whoever owns the database could put those of one in the place of another's. The words go
 * no further than this.
 * @returns `unreadable`: their key was destroyed, as the ledger records
 */
export async function verifySealed(
  db: Db,
  keeper: Keeper,
  onFault: (fault: Fault) => void,
): Promise<{ sealed: number; unreadable: number; faults: number }> {
  const total = { sealed: 0, unreadable: 0, faults: 0 }
  for (const { thing, after } of [events, openings])
    for await (const row of inPages(pageSize, (last: Row | undefined) => after(db, last))) {
      const what = judge(keeper, row)
      total.sealed += 1
      if (what === 'unreadable' && row.erased) total.unreadable += 1
      else if (what !== 'holds') {
        total.faults += 1
        onFault({
          trackingId: row.trackingId,
          at: row.seq,
          what: `the sealed words of ${thing} ${row.seq} ${wrong[what]}`,
        })
      }
    }
  return total
}

const wrong = {
  unreadable: 'cannot be opened, and no erasure is recorded',
  changed: 'are not those that were recorded',
} as const

function judge(keeper: Keeper, { id, text, committed }: Row): 'holds' | 'changed' | 'unreadable' {
  try {
    const opened = keeper.openEvent(id, text)
    if (!opened) return 'unreadable'
    const now = hash('sha256', Buffer.concat([opened.salt, Buffer.from(opened.words)]))
    return now === committed ? 'holds' : 'changed'
  } catch {
    return 'changed'
  }
}

const events: Place = {
  thing: 'event',
  async after(db, last) {
    const { rows } = await sql<Row>`
      select e.report_id as id, coalesce(r.tracking_id, e.report_id::text) as "trackingId", e.seq, e.text,
        encode(e.words_hash, 'hex') as committed, ${sql.raw(erasedInLedger('e.report_id'))} as erased
      from casework.event e left join casework.report r on r.id = e.report_id
      where left(e.text, 1) = chr(1) ${last ? sql`and (e.report_id, e.seq) > (${last.id}, ${last.seq})` : sql``}
      order by e.report_id, e.seq limit ${pageSize}`.execute(db)
    return rows
  },
}

/** Those asked for before migration 45 have no commitment. */
const openings: Place = {
  thing: 'opening',
  async after(db, last) {
    const { rows } = await sql<Row>`
      select o.report_id as id, coalesce(r.tracking_id, o.report_id::text) as "trackingId", o.n as seq, o.reason as text,
        encode(o.reason_hash, 'hex') as committed, ${sql.raw(erasedInLedger('o.report_id'))} as erased
      from casework.opening o left join casework.report r on r.id = o.report_id
      where o.reason_hash is not null ${last ? sql`and (o.report_id, o.n) > (${last.id}, ${last.seq})` : sql``}
      order by o.report_id, o.n limit ${pageSize}`.execute(db)
    return rows
  },
}
