import type { Agency, Directory } from '../agencies/directory.ts'
import { readAccused } from './named-accused.ts'
import { orderOfStandIns } from './named-desk.ts'

/** What a filing says of offices and people, as far as it decides who will see it. Offices by name. */
export type Aim = {
  /** The office that reads it at its own door from the start. */
  door?: string
  /** One of these offices, the first that can, has what the desk would have: the desk itself is accused. */
  standIn?: readonly string[]
  /**
   * So too if somebody who is named, but of whom it is not clear who that is, is the one at the desk who could have it. It is said of every
   * such name: what is said of one alone would tell whoever types it who works there.
   */
  mayStandIn?: readonly string[]
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
  const standIns = standInsOf(directory, isAccused)
  const isOpen = root !== undefined && !isDeskOut && !unresolved && !isAccused(root)
  return {
    ...(isOpen ? { door: root.name } : {}),
    ...(isDeskOut ? { standIn: standIns.slice(0, unresolved ? undefined : 1) } : {}),
    ...(unresolved && !isDeskOut ? { mayStandIn: standIns } : {}),
    accuses: names.length > 0,
    unresolved,
  }
}

/** In their order; the last also where it is accused, for somebody must have the report. Whoever is not clear may be of the first. */
function standInsOf(directory: Directory, isAccused: (office: Agency) => boolean): string[] {
  const [ombudsman, ksp] = orderOfStandIns.map((id) => directory.agency(id))
  const free = ombudsman && !isAccused(ombudsman) ? [ombudsman] : []
  return [...free, ...(ksp ? [ksp] : [])].map(({ name }) => name)
}

/** An office and those above it. */
function above(directory: Directory, office: Agency): Agency[] {
  const parent = office.parentId === null ? undefined : directory.agency(office.parentId)
  return parent ? [office, ...above(directory, parent)] : [office]
}
