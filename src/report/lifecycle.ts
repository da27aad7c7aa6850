import type { Role } from './actor.ts'

/** Where a report is in its life (domain, section 5). */
export const stages = [
  'received',
  'on_hold',
  'forwarded',
  'in_progress',
  'answered',
  'closed',
  'archived',
  'merged',
  'withdrawn',
] as const
export type Stage = (typeof stages)[number]
export type From = Stage | 'none'

type Row = { from: readonly From[]; to: Stage | 'same' | 'resume'; by: readonly Role[] }

const handlers = ['verifier', 'coordinator', 'officer'] as const
const open = ['received', 'forwarded', 'in_progress'] as const
const living = ['received', 'on_hold', 'forwarded', 'in_progress', 'answered'] as const
const known = [...living, 'closed', 'archived', 'merged'] as const

/**
 * The life of a report, the whole of it. If a row is not here it cannot happen: not by a form, an API, a job or SQL.
 * `hand_back` is a unit's return to its own coordinator; `resume` goes back to where the report was before the hold or the merge; `same` does not move it; `redact` takes words out of
 * what the public reads, or puts them back; `reroute` goes around whom it accuses; `accuse` says later whom it is about; `settle_accused` says who is meant by a name in it;
 * `leave_namesake` tells that one of
 * the same name handles it, for nobody else is there; `unsettle_accused` asks anew who is meant, for somebody of that name is on duty now.
 */
export const moves = {
  submit: { from: ['none'], to: 'received', by: ['reporter', 'coordinator', 'officer', 'system'] },
  hold: { from: open, to: 'on_hold', by: handlers },
  complete: { from: ['on_hold'], to: 'resume', by: ['reporter', ...handlers, 'system'] },
  archive: { from: ['received', 'on_hold'], to: 'archived', by: ['verifier', 'system'] },
  object: { from: ['archived'], to: 'received', by: ['reporter'] },
  forward: { from: ['received'], to: 'forwarded', by: ['verifier', 'coordinator'] },
  assign: { from: ['forwarded', 'in_progress'], to: 'in_progress', by: ['coordinator'] },
  report_progress: { from: ['forwarded', 'in_progress'], to: 'in_progress', by: ['coordinator', 'officer'] },
  return: { from: ['forwarded', 'in_progress'], to: 'received', by: ['coordinator'] },
  hand_back: { from: ['forwarded', 'in_progress'], to: 'in_progress', by: ['officer'] },
  answer: { from: ['forwarded', 'in_progress'], to: 'answered', by: ['coordinator', 'officer'] },
  reply: { from: ['answered'], to: 'in_progress', by: ['reporter', 'verifier'] },
  confirm: { from: ['answered'], to: 'closed', by: ['reporter'] },
  lapse: { from: ['answered'], to: 'closed', by: ['system'] },
  reopen: { from: ['closed'], to: 'in_progress', by: ['reporter', 'verifier'] },
  merge: { from: open, to: 'merged', by: ['verifier'] },
  unmerge: { from: ['merged'], to: 'resume', by: ['reporter', 'verifier', 'system'] },
  withdraw: { from: living, to: 'withdrawn', by: ['reporter'] },
  note: { from: known, to: 'same', by: ['reporter', ...handlers] },
  escalate: { from: ['received', 'on_hold', 'forwarded', 'in_progress', 'answered'], to: 'same', by: ['reporter'] },
  raise_secrecy: { from: known, to: 'same', by: ['reporter', ...handlers] },
  lower_secrecy: { from: known, to: 'same', by: ['reporter'] },
  redact: { from: known, to: 'same', by: ['verifier'] },
  reroute: { from: known, to: 'same', by: ['system'] },
  accuse: { from: known, to: 'same', by: ['reporter'] },
  settle_accused: { from: known, to: 'same', by: ['verifier', 'coordinator'] },
  leave_namesake: { from: known, to: 'same', by: ['system'] },
  unsettle_accused: { from: known, to: 'same', by: ['system'] },
} as const satisfies Record<string, Row>

export type Move = keyof typeof moves

/** One allowed step, spelled out: what the database's own table holds. */
export type Step = { move: Move; from: From; to: Stage; by: Role }

/** Every allowed step, one row each. */
export function steps(): Step[] {
  return (Object.keys(moves) as Move[]).flatMap((move) => {
    const row: Row = moves[move]
    return row.from.flatMap((from) => targets(row, from).flatMap((to) => row.by.map((by) => ({ move, from, to, by }))))
  })
}

function targets(row: Row, from: From): Stage[] {
  if (row.to === 'resume') return [...open]
  if (row.to === 'same') return from === 'none' ? [] : [from]
  return [row.to]
}

/** What `role` may do with a report in `stage`, by the table alone. */
export function allowedMoves(stage: From, role: Role): Move[] {
  return (Object.keys(moves) as Move[]).filter((move) => {
    const row: Row = moves[move]
    return row.from.includes(stage) && row.by.includes(role)
  })
}

/**
 * Where `move` leads from `stage`, or undefined when the table has no such row.
 * @param resume the stage before the hold or the merge, for moves that go back
 */
export function nextStage(move: Move, stage: From, role: Role, resume: Stage | null): Stage | undefined {
  const row: Row = moves[move]
  if (!row.from.includes(stage) || !row.by.includes(role)) return undefined
  if (row.to === 'resume') return resume ?? undefined
  if (row.to === 'same') return stage === 'none' ? undefined : stage
  return row.to
}
