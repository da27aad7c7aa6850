import { createReadStream } from 'node:fs'
import { parse, type CsvError } from 'csv-parse'
import type { Row } from './imported-report.ts'
import { layoutOf } from './layouts/index.ts'

/** What Excel puts between cells, depending on the country its owner chose. */
const delimiters = [',', ';', '\t']

/** The header stands within the first lines; above it an export may tell about itself. */
const linesBeforeHeader = 50

export type CsvHeader = { columns: string[]; delimiter: string }

/** The header row that belongs to a layout we know, or the columns of the first row when none does. */
export async function findCsvHeader(file: string): Promise<{ found: CsvHeader | null; firstColumns: string[] }> {
  let firstColumns: string[] = []
  for (const delimiter of delimiters) {
    for await (const { cells, line } of cellsOf(file, delimiter, linesBeforeHeader)) {
      const columns = (cells ?? []).map((name) => name.trim())
      if (layoutOf(columns)) return { found: { columns, delimiter }, firstColumns }
      if (line === 1 && columns.length > firstColumns.length) firstColumns = columns
    }
  }
  return { found: null, firstColumns }
}

/** The rows below the header; `null` for a row that cannot be read because its quotes never end. Streams, whatever the file's size. */
export async function* readCsv(file: string, header: CsvHeader): AsyncGenerator<{ line: number; row: Row | null }> {
  let isBelowHeader = false
  for await (const { cells, line } of cellsOf(file, header.delimiter)) {
    if (isBelowHeader)
      yield { line, row: cells && Object.fromEntries(header.columns.map((name, at) => [name, cells[at]])) }
    else isBelowHeader = cells !== null && header.columns.every((name, at) => cells[at]?.trim() === name)
  }
}

type Cells = { cells: string[] | null; line: number }

async function* cellsOf(file: string, delimiter: string, to = -1): AsyncGenerator<Cells> {
  const source = createReadStream(file)
  // A stream that fails forgets what it has read but not handed on yet; we do not.
  const waiting: Cells[] = []
  const parser = parse({
    bom: true,
    delimiter,
    to,
    on_record: (cells: string[], { lines }) => {
      waiting.push({ cells, line: lines })
      return cells
    },
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  source.on('error', (error) => parser.destroy(error))
  try {
    for await (const _ of source.pipe(parser)) yield waiting.shift() as Cells
  } catch (error) {
    if ((error as CsvError).code !== 'CSV_QUOTE_NOT_CLOSED') throw error
    yield* waiting
    yield { cells: null, line: Number((error as CsvError).lines ?? 0) }
  } finally {
    source.destroy()
  }
}
