import type { Agency, Directory } from '../agencies/directory.ts'
import type { OpenReport } from './open-report.ts'

const mostSuggested = 4

/**
 * Offices that probably have to answer: the one that the last office named when it returned the report, the one the
 * reporter named, and the governments of the place, the nearest first. None that has returned it.
 */
export function suggestAgencies({ report, events }: OpenReport, directory: Directory): Agency[] {
  const returned = events.findLast((event) => event.move === 'return')?.data.suggested
  const ids = [
    returned,
    report.own_door_id,
    report.named_agency && directory.find(report.named_agency)?.id,
    ...governmentsOf(report.area_code, directory),
  ]
  const known = [...new Set(ids)].flatMap((id) => directory.agency(id ?? '') ?? [])
  return known.filter((agency) => agency.active && !report.returned_by.includes(agency.rootId)).slice(0, mostSuggested)
}

/** Of the area, then of the areas around it. */
function governmentsOf(areaCode: string | null, directory: Directory): string[] {
  const found: string[] = []
  for (let code = areaCode; code; code = directory.area(code)?.parentCode ?? null) {
    const government = directory.agencies.find((agency) => agency.areaCode === code && agency.rootId === agency.id)
    if (government) found.push(government.id)
  }
  return found
}
