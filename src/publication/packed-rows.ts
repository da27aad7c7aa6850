import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { SummaryRow } from './public-report.ts'

const plain = [
  'tracking_id',
  'stage',
  'manner',
  'kind',
  'title',
  'agency_id',
  'category_id',
  'area_code',
  'lat',
  'lon',
] as const
const instants = ['filed_at', 'published_at', 'answered_at', 'due_at', 'overdue_since'] as const

type Cell = string | number | null

/** The columns of a list's line. */
export const lineColumns = sql.raw([...plain, ...instants].join(', '))

const cells = sql.raw([...plain, ...instants.map((name) => `(date_part('epoch', ${name}) * 1000)::bigint`)].join(', '))

/**
 * The lines of a list, in the query's order. They travel as one JSON text, instants in milliseconds: read row by row and
 * column by column, a hundred lines cost the web process more than drawing them.
 */
export async function packedRows(db: Db, query: RawBuilder<SummaryRow>): Promise<SummaryRow[]> {
  const { rows } = await packed(query).execute(db)
  return (rows[0]?.lines ?? []).map(unpack)
}

export function packed(query: RawBuilder<SummaryRow>): RawBuilder<{ lines: Cell[][] }> {
  return sql<{ lines: Cell[][] }>`
    select coalesce(json_agg(json_build_array(${cells})), '[]') as lines from (${query}) line`
}

function unpack(line: Cell[]): SummaryRow {
  const row: Record<string, Cell | Date> = {}
  for (const [at, name] of plain.entries()) row[name] = line[at] ?? null
  for (const [at, name] of instants.entries()) {
    const ms = line[plain.length + at]
    row[name] = typeof ms === 'number' ? new Date(ms) : null
  }
  return row as unknown as SummaryRow
}
