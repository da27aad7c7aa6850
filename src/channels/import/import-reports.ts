import type { ImportedReport, OddDate, OddRow, ReadRow, Refusal } from './imported-report.ts'

/**
 * `waits`: added, but not public before the desk has looked, though it had been answered · `already`: the report is there from an
 * earlier import.
 */
export type Written = 'added' | 'waits' | 'already'

/** Writes some reports, all in one transaction, and says of each in turn what became of it. Must be safe to repeat. */
export type WriteReports = (reports: ImportedReport[]) => Promise<Written[]>

/** `waiting`: so many of the added. */
export type ImportCounts = { read: number; added: number; waiting: number; already: number; refused: number }

export type ImportOptions = {
  /** So many reports to a transaction. */
  batch?: number
  onRefused?: (line: number, reason: Refusal) => void
  /** A row that comes in with a date that cannot be right, or with cells that do not fit. */
  onOdd?: (line: number, odd: OddDate | OddRow) => void
  /** After each batch. */
  onProgress?: (counts: ImportCounts) => void
}

/**
 * Hands the rows of a file to `write`, batch by batch. Broken off and begun again it carries on, for what is there is `already`.
 * Every row read is counted once: read = added + already + refused.
 */
export async function importReports(
  rows: AsyncIterable<ReadRow>,
  write: WriteReports,
  { batch = 200, onRefused, onOdd, onProgress }: ImportOptions = {},
): Promise<ImportCounts> {
  const counts: ImportCounts = { read: 0, added: 0, waiting: 0, already: 0, refused: 0 }
  let waiting: ImportedReport[] = []

  const count = (written: Written) => {
    counts[written === 'already' ? 'already' : 'added']++
    if (written === 'waits') counts.waiting++
  }
  const flush = async () => {
    if (waiting.length > 0) for (const written of await write(waiting)) count(written)
    waiting = []
    onProgress?.(counts)
  }

  for await (const row of rows) {
    counts.read++
    if (row.ok) {
      waiting.push(row.report)
      for (const odd of row.report.oddDates) onOdd?.(row.line, odd)
      if (row.report.oddRow) onOdd?.(row.line, row.report.oddRow)
    } else {
      counts.refused++
      onRefused?.(row.line, row.reason)
    }
    if (waiting.length >= batch) await flush()
  }
  await flush()
  return counts
}

/** The last line that `bin/lapor import reports` prints. */
export function countsLine({ read, added, already, refused }: ImportCounts): string {
  return `${read} read, ${added} new, ${already} already here, ${refused} refused`
}

/** What it prints above that, where something waits. */
export function waitingLine({ waiting }: ImportCounts): string | undefined {
  if (waiting === 0) return undefined
  return `${waiting} of the new were answered, but wait for the desk to look before they are public: they point at somebody, hide who filed them, or do not fit the header`
}

/** What is odd about a row that came in all the same. */
export const oddWords: Record<OddDate | OddRow, string> = {
  filed_unreadable: 'the day of filing cannot be read; taken as filed on the day of import',
  filed_in_future: 'filed in the future; taken as filed on the day of import',
  answered_unreadable: 'the day of the answer cannot be read',
  answered_in_future: 'answered in the future; taken as answered on the day of import',
  answered_before_filed: 'answered before it was filed',
  cell_count: 'it has more or fewer cells than the header; what stands in the wrong column is for a human to see',
  open_quote: 'a quotation mark in it is opened and not closed; the line is read as it stands',
  rows_inside: 'one of its lines looks like a row of its own; a quotation mark may be missing',
}

/** Why a row was refused, for the list beside the counts. */
export const refusalWords: Record<Refusal, string> = {
  no_text: 'neither text nor title says anything',
  not_json: 'the line is no JSON',
  not_a_row: 'the line is JSON, but no object with columns',
  broken_row: 'its cells or quotation marks do not fit the header, and where the text belongs nothing is said',
}
