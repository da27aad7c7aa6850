import type { ReportRow } from './move.ts'

/** The switches of a report that say how secret it is. */
export type Switched = Pick<ReportRow, 'anonymous' | 'confidential' | 'without_identity'>

/** Whether its reporter hides: who filed it, or that it exists. Then names, exact points and pictures are kept with more care. */
export function hides({ anonymous, confidential, without_identity }: Switched): boolean {
  return anonymous || confidential || without_identity
}
