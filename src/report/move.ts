import { type Selectable, sql } from 'kysely'
import type { DB } from '../platform/schema.ts'
import type { Actor } from './actor.ts'
import type { Tx } from './as.ts'
import type { Audience } from './audience.ts'
import type { Office } from './clocks/clocks.ts'
import type { Move, Stage } from './lifecycle.ts'
import { keepWords } from './keep-words.ts'
import { prepareMove } from './prepare-move.ts'
import { type MoveRefused, ReportNotFound } from './refusals.ts'
import type { Rules } from './rules.ts'

export type ReportRow = Selectable<DB['casework.report']>

/** Columns of the report, and of its words, that a move may change. */
export type Changes = Partial<
  Pick<
    ReportRow,
    | 'manner'
    | 'resume_stage'
    | 'kind'
    | 'anonymous'
    | 'confidential'
    | 'shown_name'
    | 'agency_id'
    | 'unit_id'
    | 'officer_id'
    | 'category_id'
    | 'area_code'
    | 'public_lat'
    | 'public_lon'
    | 'published_at'
    | 'answered_at'
    | 'closed_at'
    | 'outcome'
    | 'rating'
    | 'archive_reason'
    | 'merged_into'
    | 'bounces'
    | 'returned_by'
    | 'objected'
    | 'reopened'
    | 'ombudsman_at'
    | 'flags'
  >
> & {
  title?: string
  text?: string
  /** The place in words as the public reads it; empty: none. */
  shown_place?: string
  /** Hex hash of the form's key under which pictures were put aside: they come with this event. */
  attachments?: string
}

export type Step = {
  move: Move
  /** Words for the thread; who reads them is decided by the move, or by `audience`. */
  text?: string
  audience?: Audience | ((report: ReportRow) => Audience | undefined)
  /** Facts for the event that are not words: outcome, rating, target agency. */
  data?: Record<string, unknown>
  changes?: Changes | ((report: ReportRow) => Changes)
  /** Whose zone and closures count (see ClockEvent); the national desk when left out. */
  office?: Office | ((report: ReportRow) => Office)
  /** The last event the actor had read: a newer one refuses the move instead of overwriting it. */
  seenSeq?: number
  /** A further rule, told under the lock; throws MoveRefused. */
  check?: (report: ReportRow, refuse: (reason: MoveRefused['reason']) => never) => void
  /** Nobody is told (imports). */
  silent?: boolean
}

/** `report`: as it stood before. `audience`: who reads what was said with it. */
export type Moved = { report: ReportRow; seq: number; stage: Stage; audience: Audience }

/**
 * The one function that moves a report: locks it, asks the table, derives its clocks, seals or opens its words when its secrecy
 * changes, and has the database record the change, the event, the public copy and the outbox, all in the caller's transaction.
 * @throws ReportNotFound when the actor may not know of it · MoveRefused when a rule says no
 */
export async function moveReport(
  tx: Tx,
  actor: Actor,
  reportId: string,
  step: Step,
  rules: Rules,
  now: Date,
): Promise<Moved> {
  const report = await lockReport(tx, reportId)
  const { stage, audience, recorded, hiding } = prepareMove(report, actor, step, rules, now)
  if (hiding) await keepWords(tx, rules.keeper, reportId, hiding)
  const { rows } = await sql<{ seq: number }>`select casework.record_move(${reportId}, ${recorded}) as seq`.execute(tx)
  return { report, seq: rows[0]?.seq ?? report.last_seq + 1, stage, audience }
}

/** @throws ReportNotFound */
export async function lockReport(tx: Tx, reportId: string): Promise<ReportRow> {
  const { rows } = await sql<ReportRow>`select * from casework.lock_report(${reportId})`.execute(tx)
  const [report] = rows
  if (!report) throw new ReportNotFound()
  return report
}
