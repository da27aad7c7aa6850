import { createHash } from 'node:crypto'
import { saysSomething } from '../../intake/clean-text.ts'
import type { FoundDate, ImportedReport, Layout, OddDate, OddRow, ReadRow, Row } from './imported-report.ts'

/**
 * Turns the rows of one file into reports: identity, odd dates, refusal of rows that say nothing.
 * @param now the day of import; what lies after it is odd
 */
export function rowFinisher(layout: Layout, now: Date): (row: Row, line: number, odd?: OddRow) => ReadRow {
  const occurrences = new Map<string, number>()

  return (row, line, oddRow) => {
    const { sourceId, text, filedAt, answeredAt, ...rest } = layout.read(row)
    const said = text && saysSomething(text) ? text : rest.title
    if (!said || !saysSomething(said)) return { line, ok: false, reason: oddRow ? 'broken_row' : 'no_text' }
    const report: ImportedReport = {
      anonymous: false,
      confidential: false,
      ...rest,
      sourceLayout: layout.name,
      sourceId: sourceId ?? idOfContent(row, occurrences),
      text: said,
      // A day that has not come yet is no day of filing; an answer from then is here today.
      filedAt: filedAt && filedAt <= now ? filedAt : undefined,
      answeredAt: answeredAt && answeredAt > now ? now : (answeredAt ?? undefined),
      oddDates: oddDatesOf(filedAt, answeredAt, now),
      oddRow,
    }
    return { line, ok: true, report }
  }
}

/** A row without an id of its own is known by its content, and by how many equal rows stand before it in the file. */
function idOfContent(row: Row, occurrences: Map<string, number>): string {
  const content = Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
  const occurrence = (occurrences.get(hash) ?? 0) + 1
  occurrences.set(hash, occurrence)
  return `sha256:${hash}:${occurrence}`
}

function oddDatesOf(filedAt: FoundDate, answeredAt: FoundDate, now: Date): OddDate[] {
  const odd: OddDate[] = []
  if (filedAt === null) odd.push('filed_unreadable')
  if (filedAt && filedAt > now) odd.push('filed_in_future')
  if (answeredAt === null) odd.push('answered_unreadable')
  if (answeredAt && answeredAt > now) odd.push('answered_in_future')
  if (answeredAt && filedAt && answeredAt < filedAt && filedAt <= now) odd.push('answered_before_filed')
  return odd
}
