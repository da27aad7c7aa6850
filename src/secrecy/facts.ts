import type { ReportRow } from '../report/move.ts'
import type { SecrecyFacts } from './can.ts'

/** What `can` must know, from the report's row. */
export function secrecyFacts(report: ReportRow): SecrecyFacts {
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
  }
}
