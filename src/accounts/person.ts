import type { Actor, Role } from '../report/actor.ts'
import type { Locale } from '../ui/locale.ts'
import { wordsIn } from '../ui/words/index.ts'

export type AccountRole = Exclude<Role, 'reporter' | 'system'>

/** Who is signed in, or whose token came with the request. A citizen has no name here: it is sealed. */
export type Person = { accountId: string; role: AccountRole; agencyId?: string; displayName?: string }

declare module 'hono' {
  interface ContextVariableMap {
    /** Set by `whoIsAsking`; undefined for strangers. */
    person: Person | undefined
    /** By what the person was known: only a cookie is sent by a browser without being asked. */
    knownBy: 'cookie' | 'token' | undefined
  }
}

/** What this person is towards a report that they did not file. */
export function actorOf({ role, accountId, agencyId }: Person): Actor {
  return { role, accountId, agencyId }
}

export function isStaff({ role }: Person): boolean {
  return role !== 'citizen'
}

/** How the page frame says who is signed in. */
export function signedInAs(person: Person | undefined, locale: Locale): { name: string; desk: boolean } | null {
  if (!person) return null
  return { name: person.displayName ?? wordsIn(locale).common_nav_account, desk: isStaff(person) }
}

type AccountRow = { id: string; role: string; agency_id: string | null; display_name: string | null }

export function personFrom({ id, role, agency_id, display_name }: AccountRow): Person {
  return {
    accountId: id,
    role: role as AccountRole,
    agencyId: agency_id ?? undefined,
    displayName: display_name ?? undefined,
  }
}
