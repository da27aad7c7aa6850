import { sql } from 'kysely'
import type { Directory } from '../agencies/directory.ts'
import type { Db } from '../platform/db.ts'
import { csvCell } from './csv.ts'
import { type ExportedRow, exportColumns, exportedCells } from './export-row.ts'

export type ExportFormat = 'csv' | 'jsonl'

type Options = { directory: Directory; format: ExportFormat; perStep?: number; onProgress?: (written: number) => void }

/**
 * Every public report with its words, oldest first, some hundreds at a time: memory does not grow with the country.
 * Withdrawn reports are left out, as from every list. Reports published meanwhile come at the end.
 * @param db needs to read nothing but schema publication
 */
export async function* exportReports(db: Db, options: Options): AsyncGenerator<string> {
  const { directory, format, perStep = 500, onProgress } = options
  if (format === 'csv') yield `${exportColumns.join(',')}\r\n`
  let written = 0
  for (let after: ExportedRow | undefined; ; ) {
    const rows = await rowsAfter(db, after, perStep)
    yield rows.map((row) => lineOf(exportedCells(row, directory), format)).join('')
    after = rows.at(-1)
    written += rows.length
    onProgress?.(written)
    if (rows.length < perStep) return
  }
}

/** The place in the list travels as text: PostgreSQL counts microseconds, a Date only milliseconds. */
async function rowsAfter(db: Db, after: ExportedRow | undefined, count: number): Promise<ExportedRow[]> {
  const beyond = after
    ? sql`and (published_at, tracking_id) > (${after.place}::timestamptz, ${after.tracking_id})`
    : sql``
  const { rows } = await sql<ExportedRow>`
    select tracking_id, published_at::text as place, stage, manner, kind, channel, title, text, filed_at, agency_id, category_id,
      area_code, lat, lon, rating, archive_reason, merged_into, answered_at,
      (select entry ->> 'text' from jsonb_array_elements(thread) entry where entry ->> 'move' = 'answer'
        order by (entry ->> 'seq')::int desc limit 1) as answer
    from publication.report where stage <> 'withdrawn' ${beyond} order by published_at, tracking_id limit ${count}`.execute(
    db,
  )
  return rows
}

function lineOf(cells: readonly string[], format: ExportFormat): string {
  if (format === 'csv') return `${cells.map(csvCell).join(',')}\r\n`
  const named = exportColumns.flatMap((name, index) => (cells[index] ? [[name, cells[index]]] : []))
  return `${JSON.stringify(Object.fromEntries(named))}\n`
}
