import type { Agency, Directory } from '../agencies/directory.ts'
import { readAccused } from './named-accused.ts'

/** What a filing says of offices and people, as far as it decides who will see it. Offices by name. */
export type Aim = {
  /** The office that reads it at its own door from the start. */
  door?: string
  /** The office that has what the desk would have: the desk itself is accused. */
  standIn?: string
  /** Somebody is named. */
  accuses: boolean
  /** Somebody is named of whom it is not clear who that is: nobody but the desk, or who stands in, has it before that is settled. */
  unresolved: boolean
}

/** A filing of which only the switches are known: it may name an office and accuse somebody. */
export const anyAim: Aim = { door: '', accuses: true, unresolved: false }

/** Where a filing with this office and these names will lie: the same doors close as in the database (casework.reroute). */
export function aimOf(directory: Directory, agency: string | undefined, names: readonly string[]): Aim {
  const accused = names.map((name) => readAccused(directory, name))
  const isAccused = (office: Agency) =>
    above(directory, office).some((one) => accused.some(({ unitId }) => unitId === one.id))
  const unresolved = accused.some(({ kind }) => !kind)
  const desk = directory.desk()
  const isDeskOut = desk !== undefined && isAccused(desk)
  const root = agency ? directory.agency(directory.find(agency)?.rootId ?? '') : undefined
  const isOpen = root !== undefined && !isDeskOut && !unresolved && !isAccused(root)
  return {
    ...(isOpen ? { door: root.name } : {}),
    ...(isDeskOut ? { standIn: standIn(directory, isAccused)?.name ?? '' } : {}),
    accuses: names.length > 0,
    unresolved,
  }
}

function standIn(directory: Directory, isAccused: (office: Agency) => boolean): Agency | undefined {
  const ombudsman = directory.agency('ombudsman')
  return ombudsman && !isAccused(ombudsman) ? ombudsman : directory.agency('ksp')
}

/** An office and those above it. */
function above(directory: Directory, office: Agency): Agency[] {
  const parent = office.parentId === null ? undefined : directory.agency(office.parentId)
  return parent ? [office, ...above(directory, parent)] : [office]
}
