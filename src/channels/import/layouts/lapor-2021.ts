import { lineIn, textIn } from '../cells.ts'
import type { Layout } from '../imported-report.ts'

/** Reports of lapor.go.id collected in 2021: without titles and dates, some 15,000 characters long. */
export const lapor2021: Layout = {
  name: 'lapor-2021',
  recognises: (columns) => ['id', 'text', 'institute', 'category'].every((name) => columns.has(name)),
  read: (row) => ({
    sourceId: lineIn(row, 'id'),
    text: textIn(row, 'text'),
    agencyText: lineIn(row, 'institute'),
    categoryText: lineIn(row, 'category'),
  }),
}
