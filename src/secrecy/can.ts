import type { Actor, Role } from '../report/actor.ts'
import { type Move, moves, type Stage } from '../report/lifecycle.ts'

/** What the policy must know of a report to decide; no words, no identity. */
export type SecrecyFacts = {
  id: string
  stage: Stage
  anonymous: boolean
  confidential: boolean
  withoutIdentity: boolean
  agencyId: string | null
  unitId: string | null
  ownDoorId: string | null
  returnedBy: readonly string[]
  publishedAt: Date | null
  showsName: boolean
}

export type Resource = 'existence' | 'text' | 'attachment' | 'name' | 'contact' | 'exact_point' | 'office_notes'

/**
 * May `actor` see this of a report? The wall of secrecy.md, one line per row; the database says the same on its own
 * (migrations/0007-access.sql). Whatever is not allowed here is as if it did not exist.
 */
export function can(actor: Actor, resource: Resource, report: SecrecyFacts): boolean {
  const isPublic = report.publishedAt !== null && !report.confidential
  const asPublic = isPublic && report.stage !== 'withdrawn'
  const sees = knows(actor, report)
  switch (resource) {
    case 'existence':
      return isPublic || sees
    case 'text':
    case 'attachment':
      return asPublic || reads(actor, report)
    case 'name':
      if (actor.role === 'reporter') return sees
      if (report.anonymous || report.withoutIdentity) return false
      return (report.showsName && asPublic) || (isPublic && sees && handles(actor.role))
    case 'contact':
      return actor.role === 'reporter' && sees
    case 'exact_point':
      if (!report.anonymous && !report.withoutIdentity && asPublic) return true
      return reads(actor, report) && actor.role !== 'supervisor'
    case 'office_notes':
      return reads(actor, report) && actor.role !== 'reporter'
  }
}

/** May `actor` do this now? The lifecycle's table, for those who know of the report. */
export function canMove(actor: Actor, move: Move, report: SecrecyFacts): boolean {
  const row: { from: readonly string[]; by: readonly Role[] } = moves[move]
  return knows(actor, report) && row.from.includes(report.stage) && row.by.includes(actor.role)
}

/** The report exists for this actor beyond its public copy: its row and its clocks. */
export function knows(actor: Actor, report: SecrecyFacts): boolean {
  switch (actor.role) {
    case 'system':
    case 'verifier':
      return true
    case 'reporter':
      return actor.reportId === report.id
    case 'coordinator':
      return actor.agencyId !== undefined && (report.agencyId === actor.agencyId || isAtOwnDoor(actor.agencyId, report))
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
 * before routing, supervisors never.
 */
export function reads(actor: Actor, report: SecrecyFacts): boolean {
  if (!knows(actor, report)) return false
  if (actor.role === 'verifier') return !report.confidential || report.stage === 'received'
  if (actor.role === 'supervisor') return !report.confidential && report.publishedAt !== null
  return true
}

/** The reporter named this agency and nobody else has the report yet. */
function isAtOwnDoor(agencyId: string, report: SecrecyFacts): boolean {
  return (
    report.ownDoorId === agencyId &&
    report.agencyId === null &&
    (report.stage === 'received' || report.stage === 'on_hold') &&
    !report.returnedBy.includes(agencyId)
  )
}

function handles(role: Role): boolean {
  return role === 'verifier' || role === 'coordinator' || role === 'officer' || role === 'supervisor'
}
