import type { Move, Stage } from '../report/lifecycle.ts'
import type { Accused } from './accused.ts'
import type { Opening } from './opening.ts'

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
  /** Whom it is about (terlapor): locked out, whatever else they are. */
  accused: Accused
  /** Of one internal note: the office that wrote it and the unit that it went to. Officers read those of their own unit. */
  noteOffices?: readonly string[]
  /** Break-glass grants: who may see, until when, what the wall below would hide. */
  openings: readonly Opening[]
}

/**
 * The rows of secrecy.md. `existence`: anything at all, the public copy included · `case`: the row and its clocks beyond the
 * public copy · `casework`: the words and the thread as the offices have them · `text`, `attachment`: as published, or as
 * casework · `name`: the reporter's · `contact`: phone, e-mail, NIK, address · `identity`: anything about who filed it without
 * a name · `office_notes`: internal notes, disposition chain · `accused`: whom it names · `ledger`: who opened what ·
 * `public_copy`: search, map, feeds, exports, counts · `message`: to be told of it, by its ID · `log`: logs, queue, backups.
 */
export type Resource =
  | 'existence'
  | 'case'
  | 'casework'
  | 'text'
  | 'attachment'
  | 'name'
  | 'contact'
  | 'identity'
  | 'exact_point'
  | 'office_notes'
  | 'accused'
  | 'ledger'
  | 'public_copy'
  | 'message'
  | 'log'

/**
 * `see`: plainly · `see_masked`: that it is there, not what it is · `ask_to_open`, `approve_opening`: break-glass, first and
 * second person · `name_accused`, `resolve_accused`: say whom it is about, settle who that is · every move of the lifecycle.
 */
export type Action =
  | 'see'
  | 'see_masked'
  | 'ask_to_open'
  | 'approve_opening'
  | 'name_accused'
  | 'resolve_accused'
  | Move
