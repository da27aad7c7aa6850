import { parse } from 'csv-parse/sync'
import { linesIn } from './csv-records.ts'

/**
 * What a record over several lines is. A stray quotation mark that a later one closes makes one record of several rows:
 * some of its lines, read alone, have all the cells of the header. `several` when the record itself is odd as well, or every
 * line is a row; `doubtful` when it is well written, and a reporter may have typed a line with just so many commas.
 */
export function rowsIn(raw: string, cells: number, header: number, delimiter: string): 'one' | 'several' | 'doubtful' {
  const lines = linesIn(raw)
  const isRow = (line: string) => cellsAlone(line, delimiter) === header
  if (lines.every(isRow)) return 'several'
  const isOdd = cells !== header || strictCells(raw, delimiter) === null
  if (isOdd) return lines.slice(1).some(isRow) ? 'several' : 'one'
  return lines.slice(1).some((line) => strictCells(line, delimiter) === header) ? 'doubtful' : 'one'
}

/** How many cells a line has, its quotation marks ordinary characters where they do not fit. */
function cellsAlone(line: string, delimiter: string): number {
  return strictCells(line, delimiter) ?? line.split(delimiter).length
}

/** `null` when the quotation marks are not where CSV has them. */
function strictCells(raw: string, delimiter: string): number | null {
  try {
    const records = parse(raw, { delimiter, skip_empty_lines: true }) as string[][]
    return records.length === 1 ? (records[0]?.length ?? null) : null
  } catch {
    return null
  }
}
