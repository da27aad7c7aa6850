import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { AccountRole } from '../accounts/person.ts'

/** A part of the work as a list. `urgent`: by deadline, the nearest first; `recent`: what was moved last comes first. */
export type Shelf = { where: RawBuilder<SqlBool>; order: 'urgent' | 'recent' }

/** Predicates of the indexes in 0012-desk.sql, 0019-desk-shelves.sql and 0156-named-in-work.sql, word for word, so that the planner knows them. */
export const shelves = {
  waiting: {
    where: sql`(r.stage = 'received' or (r.stage = 'on_hold' and r.resume_stage = 'received') or (r.accused_unresolved and r.stage in ('on_hold', 'forwarded', 'in_progress', 'answered')))`,
    order: 'urgent',
  },
  unsettled: { where: sql`r.accused_unresolved and r.stage <> 'withdrawn'`, order: 'recent' },
  archived: { where: sql`r.stage = 'archived'`, order: 'recent' },
  merged: { where: sql`r.stage = 'merged'`, order: 'recent' },
  open: {
    where: sql`(r.stage in ('forwarded', 'in_progress') or (r.stage = 'on_hold' and r.resume_stage in ('forwarded', 'in_progress')))`,
    order: 'urgent',
  },
  forwarded: { where: sql`r.stage = 'forwarded'`, order: 'urgent' },
  in_progress: { where: sql`r.stage = 'in_progress'`, order: 'urgent' },
  on_hold: {
    where: sql`r.stage = 'on_hold' and r.resume_stage in ('forwarded', 'in_progress')`,
    order: 'urgent',
  },
  overdue: { where: sql`r.stage in ('forwarded', 'in_progress')`, order: 'urgent' },
  bounced: {
    where: sql`r.bounces >= 2 and r.stage in ('received', 'on_hold', 'forwarded', 'in_progress')`,
    order: 'urgent',
  },
  answered: { where: sql`r.stage = 'answered'`, order: 'urgent' },
  ended: { where: sql`r.stage in ('closed', 'archived', 'merged', 'withdrawn')`, order: 'recent' },
} as const satisfies Record<string, Shelf>

export type ShelfName = keyof typeof shelves

/** The shelves of a page, the first of them shown when none is asked for. */
export const verificationShelves = [
  'waiting',
  'unsettled',
  'archived',
  'merged',
] as const satisfies readonly ShelfName[]
export const queueShelves = [
  'open',
  'forwarded',
  'in_progress',
  'on_hold',
  'answered',
  'ended',
] as const satisfies readonly ShelfName[]

/** The shelf on which this person's new work lies; undefined for those who handle no reports. */
export function workShelf(role: AccountRole): ShelfName | undefined {
  if (role === 'verifier') return 'waiting'
  return role === 'coordinator' || role === 'officer' ? 'open' : undefined
}

/** Which of a page's shelves an address asks for; the first when it asks for none of them. */
export function shelfAsked<S extends ShelfName>(names: readonly [S, ...S[]], asked: string | undefined): S {
  return names.find((name) => name === asked) ?? names[0]
}
