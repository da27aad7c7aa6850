import { type RawBuilder, sql } from 'kysely'
import type { Actor } from './actor.ts'
import { type Audience, audienceOf } from './audience.ts'
import { advance } from './clocks/advance.ts'
import { nationalDesk } from './clocks/clocks.ts'
import { answerClocks, deadlines } from './deadlines.ts'
import type { Switched } from './hides.ts'
import type { Keeper } from './keeper.ts'
import { nextStage, type Stage } from './lifecycle.ts'
import type { Changes, ReportRow, Step } from './move.ts'
import { movesNow } from './moves-now.ts'
import { MoveRefused } from './refusals.ts'
import type { Rules } from './rules.ts'
import { timeKept } from './time-kept.ts'

/** `recorded`: the arguments of casework.record_move after the report's id. `hiding`: how its words must be kept from now on, when that changes. */
export type Prepared = { stage: Stage; audience: Audience; recorded: RawBuilder<unknown>; hiding?: Switched }

/**
 * What a move does to a report as it stands: asks the table and the step's own rule, derives clocks and deadlines.
 * @throws MoveRefused when a rule says no
 */
export function prepareMove(report: ReportRow, actor: Actor, step: Step, rules: Rules, now: Date): Prepared {
  const refuse = (reason: MoveRefused['reason']): never => {
    throw new MoveRefused(reason, report.stage, movesNow(report, actor, rules, now))
  }
  if (report.erased_at) refuse('not_allowed')
  if (step.seenSeq !== undefined && step.seenSeq !== report.last_seq) refuse('changed')
  const stage = nextStage(step.move, report.stage, actor.role, report.resume_stage) ?? refuse('not_allowed')
  step.check?.(report, refuse)

  const at = timeKept(report, now)
  const office = typeof step.office === 'function' ? step.office(report) : (step.office ?? nationalDesk)
  const changes = typeof step.changes === 'function' ? step.changes(report) : (step.changes ?? {})
  const event = { move: step.move, from: report.stage, to: stage, at, office }
  const clocks = advance(report.clocks, event, rules.policy, rules.calendar)
  const escalation = escalationOf(report, clocks)
  const due = deadlines(clocks, stage, rules, { escalation, at })
  // Why a deadline moved is told as long as that deadline is the one that runs.
  const dueMoved = due.due_day === report.due_day ? {} : { due_moved: null }
  const { said, edited } = keptWords(report, step, changes, rules.keeper)
  const columns = { ...stageChanges(report, stage, at), ...changes, ...edited, ...due, ...dueMoved, escalation }
  const audience = audienceFor(report, step)
  const recorded = sql`${step.move}, ${stage}, ${at}, ${office.zone}, ${audience},
    ${said}, ${JSON.stringify(step.data ?? {})}::jsonb, ${JSON.stringify(columns)}::jsonb,
    ${step.silent ? [] : ['event']}::text[]`
  return { stage, audience, recorded, hiding: hidingAfter(report, changes) }
}

/** Undefined when the switches stay as they are. */
function hidingAfter(report: ReportRow, changes: Changes): Switched | undefined {
  const { anonymous = report.anonymous, confidential = report.confidential } = changes
  if (anonymous === report.anonymous && confidential === report.confidential) return undefined
  return { anonymous, confidential, without_identity: report.without_identity }
}

/** As they are kept: the words of a confidential report sealed, before they leave this process. */
function keptWords(report: ReportRow, { text }: Step, changes: Changes, keeper: Keeper) {
  if (!(changes.confidential ?? report.confidential)) return { said: text ?? null, edited: {} }
  const event = text === undefined ? undefined : keeper.sealEvent(report.id, text)
  return {
    said: event?.text ?? null,
    edited: {
      ...(event && { words_hash: event.words_hash }),
      ...(changes.title === undefined ? {} : { title: keeper.sealWords(report.id, changes.title) }),
      ...(changes.text === undefined ? {} : { text: keeper.sealWords(report.id, changes.text) }),
      ...(changes.shown_place === undefined ? {} : { shown_place: keeper.sealWords(report.id, changes.shown_place) }),
    },
  }
}

/** What was said while a report was confidential is for its parties, also when the reporter opens it later. */
function audienceFor(report: ReportRow, step: Step): Audience {
  const chosen = typeof step.audience === 'function' ? step.audience(report) : step.audience
  const audience = chosen ?? audienceOf(step.move)
  return report.confidential && audience === 'public' ? 'line' : audience
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
