import { type Accused, nobodyAccused } from '../accused.ts'

/** An office as the chain of handlers must know it. */
export type Office = { id: string; parentId: string | null; isInspectorate: boolean; isDesk: boolean }

/** The offices, who heads them now, and who works there. */
export type Country = {
  offices: readonly Office[]
  heads: readonly { officeId: string; accountId: string }[]
  /** Coordinators in an office at a root, officers below; or verifiers, who have nothing but what is at the desk. */
  staff: readonly { officeId: string; accountId: string; verifies?: boolean }[]
  /** Of the staff those who may not sign in. */
  away?: readonly string[]
}

/** Whom a report names, settled: offices, posts (head of an office), people. `unresolved`: somebody is not settled yet. */
export type Named = {
  units: readonly string[]
  heads: readonly string[]
  persons: readonly string[]
  unresolved: boolean
}

const ombudsman = 'ombudsman'
const lastResort = 'ksp'

/** Everyone who is locked out: offices with all below them, their inspectorates excepted, and everybody in them or at their head. */
export function accusedSet(country: Country, named: Named): Accused {
  const offices = new Set(named.units.flatMap((unit) => [...officesUnder(country, unit)]))
  const accounts = [
    ...named.persons,
    ...country.heads.filter(({ officeId }) => named.heads.includes(officeId)).map(({ accountId }) => accountId),
    ...country.heads.filter(({ officeId }) => offices.has(officeId)).map(({ accountId }) => accountId),
    // Nobody knows who heads it: anybody there may be the one.
    ...country.staff
      .filter(
        ({ officeId }) => named.heads.includes(officeId) && !country.heads.some((head) => head.officeId === officeId),
      )
      .map(({ accountId }) => accountId),
    ...country.staff.filter(({ officeId }) => offices.has(officeId)).map(({ accountId }) => accountId),
  ]
  const { unresolved } = named
  const set = { ...nobodyAccused, unresolved, offices: [...offices].sort(), accounts: [...new Set(accounts)].sort() }
  return { ...set, desk: isDeskOut(country, named, set) }
}

/**
 * The desk is accused; or somebody is at the Ombudsman or KSP, and its head is accused, or somebody is not settled yet and no verifier
 * is left. In the database: casework.desk_is_out, which says the same of what is at no office.
 */
function isDeskOut(country: Country, named: Named, accused: Accused): boolean {
  const desk = country.offices.find(({ isDesk }) => isDesk)?.id ?? ''
  if (accused.offices.includes(desk)) return true
  const isThere = (office: string) => mayHandle(country, named, accused, office) && isAttended(country, accused, office)
  if (![ombudsman, lastResort].some(isThere)) return false
  if (isUnderAccusedHead(country, named, accused, desk)) return true
  return named.unresolved && !hasVerifier(country, accused)
}

/**
 * The nearest office that may handle a report that is meant for `origin`: itself, the offices above it, their inspectorates,
 * the national desk, the Ombudsman, and at last the Executive Office (KSP): even accused it is then locked out as the people
 * it had, no longer as an office, for somebody must be left. While it is not settled whom
 * the report accuses, the chain begins at the desk, or with whoever stands in for it. Where nobody is to do it, the next comes first. The database says the same on its
 * own (casework.handler_of).
 */
export function nearestHandler(country: Country, named: Named, origin: string): string {
  const above = pathUp(country, origin)
  const desk = country.offices.filter(({ isDesk }) => isDesk).map(({ id }) => id)
  const accused = accusedSet(country, named)
  const may = (office: string) => mayHandle(country, named, accused, office)
  // Its coordinators have whatever their inspectorate has.
  const isFree = (inspectorate: string) => {
    const root = pathUp(country, inspectorate).at(-1)?.id ?? inspectorate
    return accused.offices.includes(root) || may(root)
  }
  const inspectorates = above.flatMap((office) => inspectoratesOf(country, office.id)).filter(isFree)
  const local = named.unresolved ? [] : [...above.map(({ id }) => id), ...inspectorates]
  const able = [...local, ...desk, ombudsman, lastResort].filter(may)
  return able.find((office) => isAttended(country, accused, office)) ?? able[0] ?? lastResort
}

/**
 * Somebody works there, or coordinates it from the office at its root, whom the report does not accuse. While it is not settled whom it
 * accuses, the desk's verifiers alone count there.
 */
export function isAttended(country: Country, accused: Accused, office: string): boolean {
  if (accused.unresolved && country.offices.some(({ id, isDesk }) => isDesk && id === office))
    return hasVerifier(country, accused)
  const desks = [office, pathUp(country, office).at(-1)?.id]
  return country.staff.some(
    ({ officeId, accountId, verifies }) =>
      desks.includes(officeId) &&
      !verifies &&
      !country.away?.includes(accountId) &&
      !accused.accounts.includes(accountId) &&
      !accused.offices.includes(officeId),
  )
}

/** Not when it is accused, nor under an accused head (an inspectorate answers to nobody in this), nor with nobody but the accused. */
function mayHandle(country: Country, named: Named, accused: Accused, office: string): boolean {
  const self = country.offices.find(({ id }) => id === office)
  if (!self || accused.offices.includes(office) || (self.isDesk && accused.desk)) return false
  if (isUnderAccusedHead(country, named, accused, office)) return false
  const staff = country.staff.filter(
    ({ officeId, accountId, verifies }) => officeId === office && !verifies && !country.away?.includes(accountId),
  )
  return staff.length === 0 || staff.some(({ accountId }) => !accused.accounts.includes(accountId))
}

function isUnderAccusedHead(country: Country, named: Named, accused: Accused, office: string): boolean {
  return commandOver(country, office).some(
    ({ id }) =>
      named.heads.includes(id) ||
      country.heads.some(({ officeId, accountId }) => officeId === id && accused.accounts.includes(accountId)),
  )
}

function hasVerifier(country: Country, accused: Accused): boolean {
  return country.staff.some(
    ({ verifies, officeId, accountId }) =>
      verifies &&
      !country.away?.includes(accountId) &&
      !accused.accounts.includes(accountId) &&
      !accused.offices.includes(officeId),
  )
}

function officesUnder(country: Country, unit: string): Set<string> {
  const under = new Set([unit])
  for (const id of under)
    for (const office of country.offices) if (office.parentId === id && !office.isInspectorate) under.add(office.id)
  return under
}

/** An office and those above it, up to and with an inspectorate. */
function commandOver(country: Country, office: string): Office[] {
  const up = pathUp(country, office)
  const independent = up.findIndex(({ isInspectorate }) => isInspectorate)
  return independent < 0 ? up : up.slice(0, independent + 1)
}

function pathUp(country: Country, office: string): Office[] {
  const self = country.offices.find(({ id }) => id === office)
  return self ? [self, ...(self.parentId ? pathUp(country, self.parentId) : [])] : []
}

function inspectoratesOf(country: Country, office: string): string[] {
  const ids = country.offices.filter(({ parentId, isInspectorate }) => parentId === office && isInspectorate)
  return ids.map(({ id }) => id).sort()
}
