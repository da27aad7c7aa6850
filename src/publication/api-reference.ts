import type { Agency, Directory } from '../agencies/directory.ts'
import type { AgencyFact, Figured } from './api-schemas.ts'
import { type ByStage, countedIn, type Figures, threeNumbers } from './figures.ts'

/** An office as the API tells it. */
export function agencyFact(agency: Agency): AgencyFact {
  return {
    slug: agency.id,
    name: agency.name,
    shortName: agency.shortName,
    kind: agency.kind,
    parent: agency.parentId,
    zone: agency.zone,
    areaCode: agency.areaCode,
    smsKeyword: agency.smsKeyword,
  }
}

export function figured({ silent = 0, ...byStatus }: ByStage): Figured {
  const { finished, ...others } = threeNumbers(byStatus)
  return { total: countedIn(byStatus), finished, confirmed: finished - silent, silent, ...others, byStatus }
}

/** The country and every office that has public reports, most first. */
export function statistics(figures: Figures, directory: Directory) {
  const byAgency = [...figures.byAgency]
    .map(([id, stages]) => ({
      agency: id === '' ? null : { slug: id, name: directory.agency(id)?.name ?? id },
      ...figured(stages),
    }))
    .sort((a, b) => b.total - a.total || ((a.agency?.slug ?? '') < (b.agency?.slug ?? '') ? -1 : 1))
  return { ...figured(figures.all), byAgency }
}
