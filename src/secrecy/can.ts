import type { Actor, Role } from '../report/actor.ts'
import { type Move, moves } from '../report/lifecycle.ts'
import { isAccused, standsIn } from './accused.ts'
import { isOpened } from './opening.ts'
import type { Action, Resource, SecrecyFacts } from './question.ts'

export type { Action, Resource, SecrecyFacts }

/**
 * May `actor` do this with that part of a report, now? The law of secrecy.md, asked by every route, job, export and template;
 * pure, and total: it answers for every combination. The database says the same on its own (casework.sees, casework.reads).
 * What is not allowed here is as if it did not exist.
 */
export function can(actor: Actor, action: Action, resource: Resource, report: SecrecyFacts, now: Date): boolean {
  switch (action) {
    case 'see':
      return sees(actor, resource, report, now)
    case 'see_masked':
      return resource === 'contact' ? isVerifier(actor) && !hidesWho(report) && knows(actor, report) : false
    case 'ask_to_open':
    case 'approve_opening':
      return isOpenable(resource) && (isVerifier(actor) || actor.role === 'supervisor') && knows(actor, report)
    case 'name_accused':
      return actor.role === 'reporter' && resource === 'accused' && knows(actor, report)
    case 'resolve_accused':
      return settles(actor, report) && resource === 'accused' && knows(actor, report)
    default:
      return resource === 'case' && mayMove(actor, action, report)
  }
}

/** One line per row of secrecy.md. */
function sees(actor: Actor, resource: Resource, report: SecrecyFacts, now: Date): boolean {
  const isPublic = report.publishedAt !== null && !report.confidential
  const asPublic = isPublic && report.stage !== 'withdrawn'
  const isReporter = actor.role === 'reporter' && knows(actor, report)
  switch (resource) {
    case 'public_copy':
      return isPublic
    case 'existence':
      return isPublic || knows(actor, report)
    case 'case':
    case 'message':
      return knows(actor, report)
    case 'casework':
      return reads(actor, report, now)
    case 'text':
    case 'attachment':
      return asPublic || reads(actor, report, now)
    case 'name':
      if (isReporter || isOpened(actor, 'identity', report.openings, now)) return knows(actor, report)
      if (hidesWho(report)) return false
      if (report.showsName && asPublic) return true
      return !report.confidential && handles(actor.role) && reads(actor, report, now)
    case 'contact':
    case 'identity':
      return isReporter || (knows(actor, report) && isOpened(actor, 'identity', report.openings, now))
    case 'exact_point':
      if (!hidesWho(report) && asPublic) return true
      return reads(actor, report, now) && (actor.role !== 'supervisor' || isOpened(actor, 'text', report.openings, now))
    case 'office_notes':
      return reads(actor, report, now) && !isReporter && (actor.role !== 'officer' || isOwnNote(actor, report))
    case 'accused':
      if (settles(actor, report) && (!isVerifier(actor) || report.accused.unresolved)) return knows(actor, report)
      return reads(actor, report, now) && (isReporter || isVerifier(actor))
    case 'ledger':
      return isReporter
    case 'log':
      return false
  }
}

/** The report exists for this actor beyond its public copy: its row and its clocks. Never for those it accuses. */
function knows(actor: Actor, report: SecrecyFacts): boolean {
  if (actor.role !== 'reporter' && isAccused(actor, report.accused)) return false
  switch (actor.role) {
    case 'system':
    case 'verifier':
      return true
    case 'reporter':
      return actor.reportId === report.id
    case 'coordinator':
      return actor.agencyId !== undefined && (report.agencyId === actor.agencyId || isAtDoor(actor, report))
    case 'officer':
      return actor.agencyId !== undefined && report.unitId === actor.agencyId
    case 'supervisor':
      return report.publishedAt !== null || report.agencyId !== null
    default:
      return false
  }
}

/**
 * The casework itself may be read. Whoever knows of a report reads it, except confidential ones: then the desk only
 * before routing, supervisors never, unless it was opened for them.
 */
function reads(actor: Actor, report: SecrecyFacts, now: Date): boolean {
  if (!knows(actor, report)) return false
  if (isOpened(actor, 'text', report.openings, now)) return true
  if (actor.role === 'verifier') return !report.confidential || report.stage === 'received'
  if (actor.role === 'supervisor') return !report.confidential && report.publishedAt !== null
  return true
}

/** The lifecycle's table, for those who know of the report. */
function mayMove(actor: Actor, move: Move, report: SecrecyFacts): boolean {
  const row: { from: readonly string[]; by: readonly Role[] } = moves[move]
  return knows(actor, report) && row.from.includes(report.stage) && row.by.includes(actor.role)
}

/** An officer reads what the own unit wrote or was given; other units' notes stay with them and their coordinator. */
function isOwnNote({ agencyId }: Actor, { noteOffices }: SecrecyFacts): boolean {
  return agencyId !== undefined && (noteOffices ?? []).includes(agencyId)
}

/** The reporter named this agency and no office has had the report yet; or the desk is out, and this door has what it would have. */
function isAtDoor(actor: Actor, report: SecrecyFacts): boolean {
  if (standsIn(actor, report.accused)) return true
  return (
    report.ownDoorId === actor.agencyId &&
    report.agencyId === null &&
    (report.stage === 'received' || report.stage === 'on_hold') &&
    report.returnedBy.length === 0
  )
}

/** The desk, or whoever stands in for it, says who is meant. */
function settles(actor: Actor, report: SecrecyFacts): boolean {
  return isVerifier(actor) || standsIn(actor, report.accused)
}

function hidesWho(report: SecrecyFacts): boolean {
  return report.anonymous || report.withoutIdentity
}

/** What break-glass is for: who filed it, or confidential words after routing. */
function isOpenable(resource: Resource): boolean {
  return resource === 'contact' || resource === 'identity' || resource === 'casework'
}

function isVerifier(actor: Actor): boolean {
  return actor.role === 'verifier'
}

function handles(role: Role): boolean {
  return role === 'verifier' || role === 'coordinator' || role === 'officer' || role === 'supervisor'
}
