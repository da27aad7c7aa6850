import type { ReportRow } from '../report/move.ts'
import type { SecrecyFacts } from './can.ts'
import type { Opening } from './opening.ts'

/** What `can` must know, from the report's row. @param openings break-glass grants of whoever asks, where there are any */
export function secrecyFacts(report: ReportRow, openings: readonly Opening[] = []): SecrecyFacts {
  return {
    id: report.id,
    stage: report.stage,
    anonymous: report.anonymous,
    confidential: report.confidential,
    withoutIdentity: report.without_identity,
    agencyId: report.agency_id,
    unitId: report.unit_id,
    ownDoorId: report.own_door_id,
    returnedBy: report.returned_by,
    publishedAt: report.published_at,
    showsName: report.shown_name !== null,
    accused: {
      unresolved: report.accused_unresolved ?? false,
      desk: report.accused_desk ?? false,
      offices: report.accused_offices ?? [],
      accounts: report.accused_accounts ?? [],
    },
    openings,
  }
}
