import type { ReportRow } from '../report/move.ts'
import type { SecrecyFacts } from './can.ts'
import type { Opening } from './opening.ts'
import type { Switches } from './who-sees.ts'

/** The columns by which a report is judged. */
export const judgedColumns = [
  'id',
  'stage',
  'anonymous',
  'confidential',
  'without_identity',
  'agency_id',
  'unit_id',
  'own_door_id',
  'returned_by',
  'published_at',
  'shown_name',
  'accused_unresolved',
  'accused_desk',
  'accused_offices',
  'accused_accounts',
] as const satisfies (keyof ReportRow)[]

export type Judged = Pick<ReportRow, (typeof judgedColumns)[number]>

/** What `can` must know, from the report's row. @param openings break-glass grants of whoever asks, where there are any */
export function secrecyFacts(report: Judged, openings: readonly Opening[] = []): SecrecyFacts {
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
      standIn: standInOf(report),
      offices: report.accused_offices ?? [],
      accounts: report.accused_accounts ?? [],
    },
    openings,
  }
}

/** What its reporter has chosen, as it stands now. */
export function switchesOf(report: Judged): Switches {
  const { anonymous, confidential, without_identity: withoutIdentity, shown_name } = report
  return { anonymous, confidential, withoutIdentity, showName: shown_name !== null }
}

/** At a door, or while somebody named is not settled, the office that has the report does what the desk would (casework.stands_in). */
function standInOf(report: Judged): string | null {
  const isDesks = report.agency_id === null || report.accused_unresolved
  return report.accused_desk && isDesks ? (report.agency_id ?? report.own_door_id) : null
}
