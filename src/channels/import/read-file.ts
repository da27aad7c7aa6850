import { open } from 'node:fs/promises'
import { Explained } from '../../platform/explained.ts'
import { rowFinisher } from './finish-row.ts'
import type { Layout, ReadRow } from './imported-report.ts'
import { layoutOf } from './layouts/index.ts'
import { type CsvHeader, findCsvHeader, readCsv } from './read-csv.ts'
import { readJsonLines } from './read-json-lines.ts'

/** The file is none that we can read; the message says what it is and what to do. */
export class UnknownLayout extends Explained {}

/** A file whose layout was recognised, and how to read its rows. */
export type Recognised = { layout: Layout; rows: (now: Date) => AsyncGenerator<ReadRow> }

/**
 * Finds out by content and columns, never by name, what a file is.
 * @throws UnknownLayout when it is none of our layouts · Explained when it cannot be opened
 */
export async function recogniseFile(file: string): Promise<Recognised> {
  const start = await firstBytes(file)
  if (start.startsWith('PK\x03\x04') || start.startsWith('\xd0\xcf\x11\xe0')) {
    throw new UnknownLayout('This is an Excel workbook. Save it as "CSV UTF-8" and import that.')
  }
  return /^(?:\xef\xbb\xbf)?\s*\{/.test(start) ? recogniseJsonLines(file) : recogniseCsv(file)
}

async function recogniseJsonLines(file: string): Promise<Recognised> {
  let columns: string[] = []
  for await (const { row, line } of readJsonLines(file)) {
    columns = row ? Object.keys(row) : columns
    const layout = layoutOf(columns)
    if (layout) return { layout, rows: (now) => jsonRows(file, layout, now) }
    if (line >= 50) break
  }
  throw unknown(columns)
}

async function recogniseCsv(file: string): Promise<Recognised> {
  const { found, firstColumns } = await findCsvHeader(file)
  const layout = found && layoutOf(found.columns)
  if (!found || !layout) throw unknown(firstColumns)
  return { layout, rows: (now) => csvRows(file, found, layout, now) }
}

async function* jsonRows(file: string, layout: Layout, now: Date): AsyncGenerator<ReadRow> {
  const finish = rowFinisher(layout, now)
  for await (const read of readJsonLines(file)) {
    yield read.row ? finish(read.row, read.line) : { line: read.line, ok: false, reason: read.reason }
  }
}

async function* csvRows(file: string, header: CsvHeader, layout: Layout, now: Date): AsyncGenerator<ReadRow> {
  const finish = rowFinisher(layout, now)
  for await (const { row, line, odd } of readCsv(file, header)) yield finish(row, line, odd)
}

async function firstBytes(file: string): Promise<string> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new Explained(`${file} cannot be read (${error.code}). Check the path and who may read it.`)
  })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

function unknown(columns: string[]): UnknownLayout {
  const seen = columns.slice(0, 30).map((name) => name.slice(0, 40))
  return new UnknownLayout(`No layout has these columns: ${seen.join(', ') || '(none)'}. CSV and JSON Lines are read.`)
}
