import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { type CsvError, parse } from 'csv-parse'

/** How the cells of a file are written. */
export type CsvForm = { delimiter: string; encoding: 'utf8' | 'utf16le' }

/** Where reading begins: so many bytes into the file, and so many lines. */
export type Place = { byte: number; line: number }

/** `raw`: the record as it stands in the file, where that is more than a line. `ends`: behind it; its line is the last of the record. */
export type CsvRecord = { cells: string[]; raw: string | undefined; ends: Place }

/** Nobody writes so many bytes into one record: a quotation mark was opened and not closed. Keeps the memory bounded. */
const longestRecord = 4 * 1024 * 1024

const lineEnd = /\r\n|\n|\r/

/** UTF-16 is known by the mark at its start, as Excel writes it; everything else is read as UTF-8. */
export async function encodingOf(file: string): Promise<CsvForm['encoding']> {
  return (await bytesOf(file, 0, 2)).toString('latin1') === '\xff\xfe' ? 'utf16le' : 'utf8'
}

export function linesIn(raw: string): string[] {
  return raw.split(lineEnd).filter((line) => line !== '')
}

/** The records from `place` on, blank lines left out; `null` in place of one whose quotation mark never closes, and then no more. */
export async function* recordsFrom(file: string, form: CsvForm, place: Place): AsyncGenerator<CsvRecord | null> {
  let before = place
  let lines = 0
  for await (const record of parsed(file, form, place, { max_record_size: longestRecord })) {
    if (!record) return yield null
    const end = place.byte + record.bytes
    // The parser counts CR LF inside quotation marks as two lines, so where there may be several we count them.
    const raw = record.lines - lines > 1 ? (await bytesOf(file, before.byte, end)).toString(form.encoding) : undefined
    lines = record.lines
    const ends = { byte: end, line: before.line + (raw ? withoutLastEnd(raw).split(lineEnd).length : 1) }
    yield { cells: record.cells, raw: raw && linesIn(raw).length > 1 ? raw : undefined, ends }
    before = ends
  }
}

/** The next line from `place` on that is not blank, its quotation marks read as ordinary characters. */
export async function lineFrom(file: string, form: CsvForm, place: Place): Promise<CsvRecord | null> {
  for await (const line of parsed(file, form, place, { quote: false, to: 1 }))
    return line && { ...line, raw: undefined, ends: { byte: place.byte + line.bytes, line: place.line + line.lines } }
  return null
}

type Parsed = { cells: string[]; bytes: number; lines: number }

async function* parsed(file: string, form: CsvForm, { byte }: Place, how: object): AsyncGenerator<Parsed | null> {
  const source = createReadStream(file, { start: byte })
  // A stream that fails forgets what it has read but not handed on yet; we do not.
  const waiting: Parsed[] = []
  const parser = parse({
    ...form,
    bom: byte === 0,
    on_record: (cells: string[], { bytes, lines }) => {
      waiting.push({ cells, bytes, lines })
      return cells
    },
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    ...how,
  })
  source.on('error', (error) => parser.destroy(error))
  try {
    for await (const _ of source.pipe(parser)) yield waiting.shift() as Parsed
  } catch (error) {
    if (!['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'].includes(String((error as CsvError).code))) throw error
    yield* waiting
    yield null
  } finally {
    source.destroy()
  }
}

function withoutLastEnd(raw: string): string {
  return raw.replace(/(?:\r\n|\n|\r)$/, '')
}

async function bytesOf(file: string, from: number, to: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(to - from), 0, to - from, from)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
