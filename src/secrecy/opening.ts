import type { Actor } from '../report/actor.ts'

/** A break-glass grant: this person may see the confidential text, or who filed the report, until then. */
export type Opening = { accountId: string; what: 'text' | 'identity'; until: Date }

/** Is it open for this actor at `now`? Only for the one person it was granted to, and only while it lasts. */
export function isOpened(actor: Actor, what: Opening['what'], openings: readonly Opening[], now: Date): boolean {
  if (actor.role !== 'verifier' && actor.role !== 'supervisor') return false
  return openings.some(
    (opening) => opening.accountId === actor.accountId && opening.what === what && now < opening.until,
  )
}
