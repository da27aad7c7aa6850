import { sql } from 'kysely'
import { type Agency, officeOf } from '../../agencies/directory.ts'
import type { Actor } from '../../report/actor.ts'
import type { Audience } from '../../report/audience.ts'
import { become, type Tx } from '../../report/as.ts'
import { advance } from '../../report/clocks/advance.ts'
import { type Clock, nationalDesk } from '../../report/clocks/clocks.ts'
import type { Move, Stage } from '../../report/lifecycle.ts'
import { deadlines } from '../../report/deadlines.ts'
import type { ImportedReport } from './imported-report.ts'
import type { ImportDeps } from './write-reports.ts'

/**
 * Bring an imported report to where its answer had brought it elsewhere: forwarded, then answered, dated as it was there.
 * Its clock C starts today: the reporter has the whole of it. The answer's text may be missing.
 */
export async function answerImported(tx: Tx, deps: ImportDeps, id: string, imported: ImportedReport, office: Agency) {
  const answeredAt = imported.answeredAt ?? deps.now
  const forward = {
    agency_id: office.rootId,
    unit_id: office.id === office.rootId ? null : office.id,
    published_at: imported.confidential ? null : deps.now,
  }
  const received = await clocksOf(tx, id)
  // As for every move of a confidential report (report/prepare-move.ts): its words stay with its parties, also when it is opened.
  const audience = imported.confidential ? 'line' : 'public'
  const forwarded = await record(tx, deps, { role: 'verifier' }, id, office, received, {
    move: 'forward',
    from: 'received',
    to: 'forwarded',
    at: imported.filedAt ?? answeredAt,
    audience,
    changes: forward,
    data: { agency: office.rootId, imported: true, ...(deps.withNames ? { withNames: true } : {}) },
  })
  const { answerText } = imported
  await record(tx, deps, { role: 'coordinator', agencyId: office.rootId }, id, office, forwarded, {
    move: 'answer',
    from: 'forwarded',
    to: 'answered',
    at: answeredAt,
    audience,
    ...kept(deps, id, imported, answerText, { answered_at: answeredAt, outcome: 'explained' }),
    data: { outcome: 'explained', imported: true },
  })
}

/** What was written there and has no place of its own here: for the offices alone, today, in the name of the desk. */
export async function noteOldWords(
  tx: Tx,
  deps: ImportDeps,
  id: string,
  imported: ImportedReport,
  words: string,
  answered: Agency | undefined,
) {
  const stage = answered ? 'answered' : 'received'
  await record(tx, deps, { role: 'verifier' }, id, answered, await clocksOf(tx, id), {
    move: 'note',
    from: stage,
    to: stage,
    at: deps.now,
    audience: 'office',
    ...kept(deps, id, imported, words, {}),
    data: { imported: true },
  })
}

/** Words of an event as they are kept: of a confidential report sealed. */
function kept(
  { keys }: ImportDeps,
  id: string,
  { confidential }: ImportedReport,
  words: string | undefined,
  changes: object,
) {
  const sealed = words && confidential ? keys.keeper.sealEvent(id, words) : undefined
  return { text: sealed?.text ?? words, changes: { ...changes, words_hash: sealed?.words_hash } }
}

type Recorded = {
  move: Move
  from: Stage
  to: Stage
  at: Date
  audience: Audience
  text?: string
  changes: Record<string, unknown>
  data: Record<string, unknown>
}

/** The event has the date it had elsewhere; the clocks run from today. */
async function record(
  tx: Tx,
  deps: ImportDeps,
  actor: Actor,
  id: string,
  office: Agency | undefined,
  before: Clock[],
  step: Recorded,
) {
  const { rules, directory, now } = deps
  const owing = office ? officeOf(directory, office.id) : nationalDesk
  const clocks = advance(before, { ...step, at: now, office: owing }, rules.policy, rules.calendar)
  await become(tx, actor)
  await sql`select casework.record_move(${id}, ${step.move}, ${step.to}, ${step.at}, ${owing.zone}, ${step.audience}, ${step.text ?? null},
    ${JSON.stringify(step.data)}::jsonb, ${JSON.stringify({ ...step.changes, ...deadlines(clocks, step.to, rules) })}::jsonb,
    '{}'::text[])`.execute(tx)
  return clocks
}

async function clocksOf(tx: Tx, id: string): Promise<Clock[]> {
  const row = await tx.selectFrom('casework.report').select('clocks').where('id', '=', id).executeTakeFirstOrThrow()
  return row.clocks
}
