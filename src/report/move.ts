import { sql } from 'kysely'
import type { DB } from '../platform/schema.ts'
import type { Selectable } from 'kysely'
import type { Actor } from './actor.ts'
import type { Tx } from './as.ts'
import { audienceOf, type Audience } from './audience.ts'
import { advance } from './clocks/advance.ts'
import { nationalDesk, type Office } from './clocks/clocks.ts'
import { answerClocks, deadlines } from './deadlines.ts'
import { allowedMoves, type Move, nextStage, type Stage } from './lifecycle.ts'
import { MoveRefused, ReportNotFound } from './refusals.ts'
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
  >
> & {
  title?: string
  text?: string
  /** Hex hash of the form's key under which pictures were put aside: they come with this event. */
  attachments?: string
}

export type Step = {
  move: Move
  /** Words for the thread; who reads them is decided by the move, or by `audience`. */
  text?: string
  audience?: Audience
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

export type Moved = { report: ReportRow; seq: number; stage: Stage }

/**
 * The one function that moves a report: locks it, asks the table, derives its clocks, and has the database record
 * the change, the event, the public copy and the outbox, all in the caller's transaction.
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
  const refuse = (reason: MoveRefused['reason']): never => {
    throw new MoveRefused(reason, report.stage, allowedMoves(report.stage, actor.role))
  }
  if (step.seenSeq !== undefined && step.seenSeq !== report.last_seq) refuse('changed')
  const stage = nextStage(step.move, report.stage, actor.role, report.resume_stage) ?? refuse('not_allowed')
  step.check?.(report, refuse)

  const at = report.without_identity ? wholeHour(now) : now
  const office = typeof step.office === 'function' ? step.office(report) : (step.office ?? nationalDesk)
  const changes = typeof step.changes === 'function' ? step.changes(report) : (step.changes ?? {})
  const event = { move: step.move, from: report.stage, to: stage, at, office }
  const clocks = advance(report.clocks, event, rules.policy, rules.calendar)
  const escalation = escalationOf(report, clocks)
  const due = deadlines(clocks, stage, rules, { escalation, at })
  // Why a deadline moved is told as long as that deadline is the one that runs.
  const dueMoved = due.due_day === report.due_day ? {} : { due_moved: null }

  const { rows } = await sql<{ seq: number }>`select casework.record_move(
    ${reportId}, ${step.move}, ${stage}, ${at}, ${office.zone}, ${step.audience ?? audienceOf(step.move)},
    ${step.text ?? null}, ${JSON.stringify(step.data ?? {})}::jsonb,
    ${JSON.stringify({ ...stageChanges(report, stage, at), ...changes, ...due, ...dueMoved, escalation })}::jsonb,
    ${step.silent ? [] : ['event']}::text[]) as seq`.execute(tx)
  const seq = rows[0]?.seq ?? report.last_seq + 1
  return { report, seq, stage }
}

/** @throws ReportNotFound */
export async function lockReport(tx: Tx, reportId: string): Promise<ReportRow> {
  const { rows } = await sql<ReportRow>`select * from casework.lock_report(${reportId})`.execute(tx)
  const [report] = rows
  if (!report) throw new ReportNotFound()
  return report
}

/** A new clock B has not been escalated yet; the same one stays where it was. */
function escalationOf(report: ReportRow, clocks: ReportRow['clocks']): number {
  return answerClocks(clocks) === answerClocks(report.clocks) ? report.escalation : 0
}

/** Columns that follow from the stage alone. */
function stageChanges(report: ReportRow, stage: Stage, at: Date): Changes {
  const away = stage === 'on_hold' || stage === 'merged'
  const from = report.stage
  return {
    manner: stage === 'closed' ? (report.manner ?? null) : null,
    closed_at: stage === 'closed' ? (report.closed_at ?? at) : null,
    resume_stage: away
      ? from === 'received' || from === 'forwarded' || from === 'in_progress'
        ? from
        : report.resume_stage
      : null,
    archive_reason: stage === 'archived' ? report.archive_reason : null,
    merged_into: stage === 'merged' ? report.merged_into : null,
  }
}

/** Times of reports without identity are no finer than the hour (secrecy). */
export function wholeHour(at: Date): Date {
  const hourMs = 3_600_000
  return new Date(Math.floor(at.getTime() / hourMs) * hourMs)
}
