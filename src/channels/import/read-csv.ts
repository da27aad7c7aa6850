import { type CsvForm, type CsvRecord, encodingOf, lineFrom, type Place, recordsFrom } from './csv-records.ts'
import type { OddRow, Row } from './imported-report.ts'
import { layoutOf } from './layouts/index.ts'
import { rowsIn } from './swallowed-rows.ts'

/** What Excel puts between cells, depending on the country its owner chose. */
const delimiters = [',', ';', '\t']

/** The header stands within the first lines; above it an export may tell about itself. */
const linesBeforeHeader = 50

const start: Place = { byte: 0, line: 0 }

/** `ends`: where the rows begin. */
export type CsvHeader = { columns: string[]; form: CsvForm; ends: Place }

/** A row of a CSV file, and the line where it ends. */
export type CsvRow = { line: number; row: Row; odd?: OddRow }

/** The header row that belongs to a layout we know, or the columns of the first row when none does. */
export async function findCsvHeader(file: string): Promise<{ found: CsvHeader | null; firstColumns: string[] }> {
  let firstColumns: string[] = []
  const encoding = await encodingOf(file)
  for (const delimiter of delimiters) {
    const form: CsvForm = { delimiter, encoding }
    let read = 0
    for await (const record of recordsFrom(file, form, start)) {
      const columns = (record?.cells ?? []).map((name) => name.trim())
      if (record && layoutOf(columns)) return { found: { columns, form, ends: record.ends }, firstColumns }
      if (record?.ends.line === 1 && columns.length > firstColumns.length) firstColumns = columns
      if (++read === linesBeforeHeader) break
    }
  }
  return { found: null, firstColumns }
}

/**
 * The rows below the header. A record whose quotation mark never closes, or closes in a later row, is given up: its first
 * line is a row as written, and reading goes on with the next line. Streams, whatever the file's size.
 */
export async function* readCsv(file: string, { columns, form, ends }: CsvHeader): AsyncGenerator<CsvRow> {
  const rowOf = ({ cells, ends: { line } }: CsvRecord, odd: OddRow | undefined): CsvRow => ({
    line,
    row: Object.fromEntries(columns.map((name, at) => [name, cells[at]])),
    odd,
  })
  let place = ends
  for (let unread = true; unread; ) {
    unread = false
    for await (const record of recordsFrom(file, form, place)) {
      const rows = record?.raw ? rowsIn(record.raw, record.cells.length, columns.length, form.delimiter) : 'one'
      if (!record || rows === 'several') {
        unread = true
        break
      }
      yield rowOf(record, rows === 'doubtful' ? 'rows_inside' : oddCount(record.cells, columns.length))
      place = record.ends
    }
    const line = unread ? await lineFrom(file, form, place) : null
    if (!line) return
    yield rowOf(line, 'open_quote')
    place = line.ends
  }
}

/** Empty cells behind the last column are how Excel ends a row. */
function oddCount(cells: string[], count: number): OddRow | undefined {
  const isFull = cells.length >= count && cells.slice(count).every((cell) => cell.trim() === '')
  return isFull ? undefined : 'cell_count'
}
