import type { Move, Stage } from './lifecycle.ts'

/** The report does not exist, or this actor may not know that it does: one answer for both (404). */
export class ReportNotFound extends Error {
  override name = 'ReportNotFound'
}

export type Refusal =
  | 'not_allowed'
  | 'changed'
  | 'held_before'
  | 'returned_before'
  | 'returned_too_often'
  | 'objected_before'
  | 'too_late_to_reopen'
  | 'unequal_secrecy'
  | 'accused_unresolved'
  | 'merge_chain'
  | 'unknown_agency'
  | 'unknown_unit'
  | 'unknown_category'
  | 'unknown_area'
  | 'own_office'
  | 'only_forwarded'
  | 'not_the_asker'
  | 'answer_needed'
  | 'confirm_needed'
  | 'nothing_to_change'

/**
 * A rule of the field says no (409). `allowed`: what this actor may do with the report now.
 * `changed`: someone else moved it since this actor last read it.
 */
export class MoveRefused extends Error {
  override name = 'MoveRefused'
  readonly reason: Refusal
  readonly stage: Stage
  readonly allowed: Move[]

  constructor(reason: Refusal, stage: Stage, allowed: Move[]) {
    super(`${reason} in ${stage}`)
    this.reason = reason
    this.stage = stage
    this.allowed = allowed
  }
}
