import { kindIn, lineIn, textIn } from '../cells.ts'
import type { Layout } from '../imported-report.ts'

/** Reports of lapor.go.id collected in 2017: with tracking ID and title, without dates. */
export const lapor2017: Layout = {
  name: 'lapor-2017',
  recognises: (columns) => ['tracking_id', 'title', 'text', 'agency_addressed'].every((name) => columns.has(name)),
  read: (row) => ({
    sourceId: lineIn(row, 'tracking_id'),
    title: lineIn(row, 'title'),
    text: textIn(row, 'text'),
    agencyText: lineIn(row, 'agency_addressed'),
    kind: kindIn(row, 'classification_from_template'),
  }),
}
