import type { Db } from '../platform/db.ts'
import type { Cursor } from './cursor.ts'
import { listReports } from './list-query.ts'
import { type Reading, reportSummary } from './public-report.ts'

/** Columns of the open file, in order. */
export const csvColumns = [
  'id',
  'filed_at',
  'published_at',
  'answered_at',
  'status',
  'manner',
  'kind',
  'title',
  'agency',
  'category',
  'area',
  'lat',
  'lon',
] as const

const perStep = 1000

/** Every public report that a list shows, oldest first, a thousand rows at a time: memory does not grow with the country. */
export function csvOfReports(db: Db, reading: Reading): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let after: Cursor | null | undefined
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(`${csvColumns.join(',')}\r\n`))
    },
    async pull(controller) {
      const filters = { order: 'oldest', per: perStep, after: after ?? undefined } as const
      const { rows, next } = await listReports(db, filters, reading.directory)
      controller.enqueue(encoder.encode(rows.map((row) => line(reportSummary(row, reading))).join('')))
      after = next
      if (!next) controller.close()
    },
  })
}

function line(report: ReturnType<typeof reportSummary>): string {
  const cells = [
    report.id,
    report.filedAt,
    report.publishedAt,
    report.answeredAt,
    report.status.code,
    report.status.manner,
  ]
    .concat([report.kind, report.title, report.agency?.slug, report.category?.slug, report.area?.code])
    .concat([report.location?.lat.toString(), report.location?.lon.toString()])
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** Quoted where needed; a leading =, +, - or @ would be run as a formula by a spreadsheet, so it gets an apostrophe. */
export function csvCell(value: string | null | undefined): string {
  const text = value ?? ''
  const safe = /^[=+@\t]|^-(?!\d)/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
