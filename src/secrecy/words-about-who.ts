import type { Actor } from '../report/actor.ts'
import type { Switched } from '../report/hides.ts'
import { isOpened, type Opening } from './opening.ts'

type Said = { seq: number; text: string | null; data: unknown }

/**
 * Events as this actor reads them. Words that told who filed when their reporter came to hide it (the fact `who` of a raising) are from then
 * on their reporter's, and theirs for whom the identity was opened, as long as it is hidden: of all others the event is left, without them.
 */
export function withoutWho<E extends Said>(
  actor: Actor,
  report: Switched,
  openings: readonly Opening[],
  events: readonly E[],
  now: Date,
): E[] {
  if (actor.role === 'reporter' || !(report.anonymous || report.without_identity)) return [...events]
  if (isOpened(actor, 'identity', openings, now)) return [...events]
  const taken = wordsAboutWho(events)
  return events.map((event) => (taken.has(event.seq) ? { ...event, text: null } : event))
}

/** Numbers of the events whose words told who filed. */
export function wordsAboutWho(events: readonly Pick<Said, 'data'>[]): ReadonlySet<number> {
  return new Set(events.flatMap(({ data }) => (data as { who?: number[] }).who ?? []))
}

/** Numbers of the events that a raising with these facts took back, from the public or from the offices as well. */
export function takenIn(data: unknown): number[] {
  const { without = [], who = [] } = data as { without?: number[]; who?: number[] }
  return [...without, ...who]
}
