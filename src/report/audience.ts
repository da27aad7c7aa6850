import type { Move } from './lifecycle.ts'

/**
 * Who reads an event: `public` all of it · `line` the public sees that it happened, the parties read the words ·
 * `parties` the reporter and the offices that handle it · `office` the offices alone ·
 * `reporter` the reporter alone.
 */
export type Audience = 'public' | 'line' | 'parties' | 'office' | 'reporter'

const audiences: Record<Move, Audience> = {
  submit: 'public',
  hold: 'line',
  complete: 'line',
  archive: 'public',
  object: 'line',
  forward: 'public',
  assign: 'office',
  report_progress: 'public',
  return: 'line',
  hand_back: 'office',
  answer: 'public',
  reply: 'public',
  confirm: 'public',
  lapse: 'public',
  reopen: 'public',
  merge: 'line',
  unmerge: 'line',
  withdraw: 'line',
  note: 'parties',
  escalate: 'line',
  raise_secrecy: 'parties',
  lower_secrecy: 'parties',
  redact: 'parties',
  reroute: 'parties',
  accuse: 'reporter',
  settle_accused: 'reporter',
  leave_namesake: 'reporter',
  unsettle_accused: 'reporter',
}

/** The audience a move has unless a use case narrows it. */
export function audienceOf(move: Move): Audience {
  return audiences[move]
}

type Kept = { seq: number; audience: string; data: unknown }

/**
 * Events as the public reads them: words that a forwarding left to the parties (its fact `without`, see migration 85) are a line, though
 * the events themselves stay as they were written.
 */
export function asPublished<E extends Kept>(events: readonly E[]): E[] {
  const without = new Set(events.flatMap(({ data }) => (data as { without?: number[] }).without ?? []))
  return events.map((event) =>
    event.audience === 'public' && without.has(event.seq) ? { ...event, audience: 'line' } : event,
  )
}
