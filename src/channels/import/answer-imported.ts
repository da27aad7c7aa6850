import { sql } from 'kysely'
import { type Agency, officeOf } from '../../agencies/directory.ts'
import type { Actor } from '../../report/actor.ts'
import { become, type Tx } from '../../report/as.ts'
import type { Audience } from '../../report/audience.ts'
import { advance } from '../../report/clocks/advance.ts'
import type { Clock } from '../../report/clocks/clocks.ts'
import type { Move, Stage } from '../../report/lifecycle.ts'
import { deadlines } from '../../report/deadlines.ts'
import type { ImportedReport } from './imported-report.ts'
import { audienceOfImported, withoutNumbers } from './unasked.ts'
import type { ImportDeps } from './write-reports.ts'

/**
 * Bring an imported report to where its answer had brought it elsewhere: forwarded, then answered, dated as it was there.
 * Its clock C starts today: the reporter has the whole of it. The answer's text may be missing. It is published without a preview, so
 * what points at somebody stays behind (unasked.ts).
 */
export async function answerImported(tx: Tx, deps: ImportDeps, id: string, imported: ImportedReport, office: Agency) {
  const answeredAt = imported.answeredAt ?? deps.now
  const forward = {
    agency_id: office.rootId,
    unit_id: office.id === office.rootId ? null : office.id,
    published_at: imported.confidential ? null : deps.now,
    ...(imported.confidential ? {} : withoutNumbers(await wordsOf(tx, id))),
  }
  const received = await clocksOf(tx, id)
  const forwarded = await record(tx, deps, { role: 'verifier' }, id, office, received, {
    move: 'forward',
    from: 'received',
    to: 'forwarded',
    at: imported.filedAt ?? answeredAt,
    audience: 'public',
    changes: forward,
    data: { agency: office.rootId, imported: true },
  })
  const { answerText, confidential } = imported
  const sealed = answerText && confidential ? deps.keys.keeper.sealEvent(id, answerText) : undefined
  await record(tx, deps, { role: 'coordinator', agencyId: office.rootId }, id, office, forwarded, {
    move: 'answer',
    from: 'forwarded',
    to: 'answered',
    at: answeredAt,
    audience: audienceOfImported(imported),
    text: sealed?.text ?? answerText,
    changes: { answered_at: answeredAt, outcome: 'explained', words_hash: sealed?.words_hash },
    data: { outcome: 'explained', imported: true },
  })
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
  office: Agency,
  before: Clock[],
  step: Recorded,
) {
  const { rules, directory, now } = deps
  const owing = officeOf(directory, office.id)
  const clocks = advance(before, { ...step, at: now, office: owing }, rules.policy, rules.calendar)
  await become(tx, actor)
  await sql`select casework.record_move(${id}, ${step.move}, ${step.to}, ${step.at}, ${owing.zone}, ${step.audience}, ${step.text ?? null},
    ${JSON.stringify(step.data)}::jsonb, ${JSON.stringify({ ...step.changes, ...deadlines(clocks, step.to, rules) })}::jsonb,
    '{}'::text[])`.execute(tx)
  return clocks
}

async function wordsOf(tx: Tx, id: string) {
  return tx
    .selectFrom('casework.content as c')
    .innerJoin('casework.report as r', 'r.id', 'c.report_id')
    .select(['c.title', 'c.text', 'r.place'])
    .where('r.id', '=', id)
    .executeTakeFirstOrThrow()
}

async function clocksOf(tx: Tx, id: string): Promise<Clock[]> {
  const row = await tx.selectFrom('casework.report').select('clocks').where('id', '=', id).executeTakeFirstOrThrow()
  return row.clocks
}
