import type { Agency, Directory } from '../../agencies/directory.ts'
import type { ImportedReport } from './imported-report.ts'

/**
 * The office that a row names: itself where it is one of ours, else the city or agency that it is named with
 * ('Dinas Perhubungan' of 'Kota Surabaya'). Undefined: the national desk finds out.
 */
export function findOffice(directory: Directory, { agencyText, parentAgencyText }: ImportedReport): Agency | undefined {
  const parent = parentAgencyText ? directory.find(parentAgencyText) : undefined
  const own = agencyText ? directory.find(agencyText) : undefined
  if (own && (!parent || own.rootId === parent.rootId)) return own
  const unit =
    parent && agencyText ? directory.unitsOf(parent.rootId).find((unit) => sameName(unit, agencyText)) : undefined
  return unit ?? parent
}

function sameName(agency: Agency, text: string): boolean {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return plain(agency.name).startsWith(plain(text)) && plain(text).length > 4
}
