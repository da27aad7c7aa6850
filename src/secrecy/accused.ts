import type { Actor } from '../report/actor.ts'

/** Whom a report is about (terlapor), as the policy must know it. */
export type Accused = {
  /** Somebody is named of whom it is not settled who that is: the national desk alone has the report, or who stands in. */
  unresolved: boolean
  /** The desk does not have it: it or its head is accused, or no verifier is left who may sign in and is not. */
  desk: boolean
  /** The office that has what the desk would have, while the desk is out and has something to do. */
  standIn: string | null
  /** Offices accused, everything below them included, their inspectorates excepted. */
  offices: readonly string[]
  /** Everyone who is, or ever was, in the set. */
  accounts: readonly string[]
}

export const nobodyAccused: Accused = { unresolved: false, desk: false, standIn: null, offices: [], accounts: [] }

/** Is this actor locked out as one of those whom the report is about, or because it is not settled who that is? */
export function isAccused(actor: Actor, accused: Accused): boolean {
  if (actor.accountId !== undefined && accused.accounts.includes(actor.accountId)) return true
  if (actor.agencyId !== undefined && accused.offices.includes(actor.agencyId)) return true
  if (actor.role === 'verifier') return accused.desk
  return accused.unresolved && actor.role !== 'system' && !standsIn(actor, accused)
}

/** Does this coordinator's office have what the desk would have, a name to be settled included? */
export function standsIn({ role, agencyId }: Actor, { standIn }: Accused): boolean {
  return role === 'coordinator' && agencyId !== undefined && agencyId === standIn
}
