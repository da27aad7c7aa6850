import type { Directory } from '../agencies/directory.ts'

/** The short name where there is one; the id itself for an office that is no longer in the directory. */
export function officeName(directory: Directory, id: string): string {
  const office = directory.agency(id)
  return office ? (office.shortName ?? office.name) : id
}

export function fullOfficeName(directory: Directory, id: string): string {
  return directory.agency(id)?.name ?? id
}
