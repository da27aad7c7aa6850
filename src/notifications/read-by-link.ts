import { hides } from '../report/hides.ts'
import type { ReportRow } from '../report/move.ts'
import { readOnPage } from './table.ts'

/**
 * Whether a message says too little to be read by itself, so that whoever filed by that door gets the link of the report's page: what is
 * done there, and how a report stands that hides something, for no word of that is in a message (decision 12).
 */
export function isReadByLink(template: string, report: ReportRow | undefined): boolean {
  return readOnPage.includes(template) || (template === 'status' && report !== undefined && hides(report))
}
