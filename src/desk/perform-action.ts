import { sql } from 'kysely'
import { cleanText } from '../intake/clean-text.ts'
import { as, type Tx } from '../report/as.ts'
import { MoveRefused, ReportNotFound } from '../report/refusals.ts'
import type { Deps } from '../secrecy/deps.ts'
import { type Action, type FormErrors, isOffered, type Posted } from './action.ts'
import type { Duty } from './duty.ts'
import { type Asked, askToLookAgain } from './look-again.ts'
import { type OpenEvent, type OpenReport, openReport } from './open-report.ts'
import { withLeavingWords } from './words-leaving.ts'

/**
 * `done`: and whether the report is still in this person's sight. `wrong`: to be put right. `look`: all is right, but everybody would read
 * words that were not shown so yet. `changed`: somebody moved it since it was read, by these events. `refused`: a rule says no.
 */
export type Outcome =
  | { kind: 'absent' }
  | { kind: 'done'; inSight: boolean }
  | { kind: 'wrong'; errors: FormErrors }
  | ({ kind: 'look' } & Asked)
  | { kind: 'changed'; since: OpenEvent[] }
  | { kind: 'refused'; reason: MoveRefused['reason'] }

/** Do what a form asks for, in one transaction; nothing is done unless the answer is `done`. */
export async function performAction(
  deps: Deps,
  duty: Duty,
  action: Action,
  trackingId: string,
  posted: Posted,
): Promise<Outcome> {
  try {
    return await as(deps.db, duty.actor, (tx) =>
      withLeavingWords(tx, deps, duty, { action, trackingId, values: posted.values }, () =>
        perform(tx, duty, action, trackingId, posted),
      ),
    )
  } catch (error) {
    if (error instanceof ReportNotFound) return { kind: 'absent' }
    if (!(error instanceof MoveRefused)) throw error
    if (error.reason !== 'changed') return { kind: 'refused', reason: error.reason }
    const open = await as(deps.db, duty.actor, (tx) => openReport(tx, duty, trackingId))
    return open ? { kind: 'changed', since: eventsSince(open, posted) } : { kind: 'absent' }
  }
}

async function perform(tx: Tx, duty: Duty, action: Action, trackingId: string, posted: Posted): Promise<Outcome> {
  const open = await openReport(tx, duty, trackingId)
  if (!open) return { kind: 'absent' }
  const since = eventsSince(open, posted)
  if (isSentTwice(since, duty, action, posted)) return { kind: 'done', inSight: true }
  if (since.length > 0) return { kind: 'changed', since }
  if (!isOffered(action, open, duty)) return { kind: 'refused', reason: 'not_allowed' }
  const asked = await askToLookAgain(tx, open, action, duty, posted)
  if (posted.taken?.isPress && !asked) return { kind: 'wrong', errors: {} }
  await sql`savepoint unshown`.execute(tx)
  const errors = await action.perform(tx, duty, open, posted)
  if (errors) return { kind: 'wrong', errors }
  if (asked) {
    await sql`rollback to savepoint unshown`.execute(tx)
    return { kind: 'look', ...asked }
  }
  const still = await tx.selectFrom('casework.report').select('id').where('id', '=', open.report.id).executeTakeFirst()
  return { kind: 'done', inSight: still !== undefined }
}

/** A form that does not say what it had read has read nothing newer than the filing. */
function eventsSince(open: OpenReport, { seenSeq = 0 }: Posted): OpenEvent[] {
  return open.events.filter((event) => event.seq > seenSeq)
}

/** The same form sent twice, by an impatient finger or a reload: the first did it. */
function isSentTwice(since: OpenEvent[], { actor, person }: Duty, action: Action, { values }: Posted): boolean {
  const [only, ...more] = since
  if (!only || more.length > 0 || only.actorId !== person.accountId || only.move !== action.move(actor.role))
    return false
  return only.text === null || cleanText(values.text ?? '') === only.text
}
