import { sql } from 'kysely'
import type { Db } from '../src/platform/db.ts'
import { newId } from '../src/platform/uuid.ts'
import { loadDirectory, officeOf, type Directory } from '../src/agencies/directory.ts'
import { audienceOf } from '../src/report/audience.ts'
import type { Tx } from '../src/report/as.ts'
import { advance } from '../src/report/clocks/advance.ts'
import type { Clock } from '../src/report/clocks/clocks.ts'
import { nationalDesk } from '../src/report/clocks/clocks.ts'
import { deadlines } from '../src/report/deadlines.ts'
import { publicPoint } from '../src/report/point.ts'
import { loadRules, type Rules } from '../src/report/rules.ts'
import { makeTrackingId } from '../src/report/tracking-id.ts'
import { type Believable, believableReports } from './believable.ts'

const batchSize = 2_000

/**
 * Plants `count` believable reports for measurements, at several thousand a second: set by set, with the guards of the
 * tables set aside inside each transaction only, and the chain of hashes and the public copies made by the same functions
 * that make everybody's.
 * @returns how many were planted
 */
export async function plantBelievable(
  owner: Db,
  count: number,
  now: Date,
  onProgress: (planted: number) => void,
  seed = 1,
) {
  const [rules, directory] = await Promise.all([loadRules(owner), loadDirectory(owner)])
  const taken = new Set<string>()
  let batch: Believable[] = []
  let planted = 0
  const flush = async () => {
    await plantBatch(owner, batch, { rules, directory, taken, now })
    planted += batch.length
    batch = []
    onProgress(planted)
  }
  for (const report of believableReports(count, seed, now)) {
    batch.push(report)
    if (batch.length === batchSize) await flush()
  }
  if (batch.length > 0) await flush()
  await sql`vacuum (analyze) casework.report, casework.content, casework.event, publication.report`.execute(owner)
  return planted
}

type Planting = { rules: Rules; directory: Directory; taken: Set<string>; now: Date }

async function plantBatch(owner: Db, batch: Believable[], planting: Planting) {
  const rows = batch.map((report) => rowsOf(report, planting))
  const reports = JSON.stringify(rows.map((row) => row.report))
  const contents = JSON.stringify(rows.map((row) => row.content))
  const events = JSON.stringify(rows.flatMap((row) => row.events))
  const longest = Math.max(...rows.map((row) => row.events.length))
  await owner.transaction().execute(async (tx) => {
    await guards(tx, 'disable')
    await sql`insert into casework.report select * from jsonb_populate_recordset(null::casework.report, ${reports}::jsonb)`.execute(
      tx,
    )
    await sql`insert into casework.content select * from jsonb_populate_recordset(null::casework.content, ${contents}::jsonb)`.execute(
      tx,
    )
    await sql`insert into identity.filing (report_id, without_identity)
      select r.id, r.without_identity from jsonb_populate_recordset(null::casework.report, ${reports}::jsonb) r`.execute(
      tx,
    )
    for (let seq = 1; seq <= longest; seq++) await linkEvents(tx, events, seq)
    await sql`select casework.publish(r.id) from jsonb_populate_recordset(null::casework.report, ${reports}::jsonb) r
      where r.published_at is not null and not r.confidential`.execute(tx)
    await guards(tx, 'enable')
  })
}

async function guards(tx: Tx, how: 'enable' | 'disable') {
  await sql`alter table casework.event ${sql.raw(how)} trigger user`.execute(tx)
  await sql`alter table casework.report ${sql.raw(how)} trigger user`.execute(tx)
}

/** The n-th event of every report, linked to the one before it: the chain is as everybody's. */
async function linkEvents(tx: Tx, events: string, seq: number) {
  await sql`insert into casework.event
    select (q.e).report_id, (q.e).seq, (q.e).at, (q.e).zone, (q.e).move, (q.e).from_stage, (q.e).to_stage, (q.e).actor_role,
      (q.e).actor_id, (q.e).agency_id, (q.e).audience, (q.e).text, (q.e).data, (q.e).prev_hash, casework.event_hash(q.e)
    from (
      select row(x.report_id, x.seq, x.at, x.zone, x.move, x.from_stage, x.to_stage, x.actor_role, null::uuid, x.agency_id,
        x.audience, x.text, coalesce(x.data, '{}'), coalesce(p.hash, '\\x'::bytea), '\\x'::bytea)::casework.event as e
      from jsonb_populate_recordset(null::casework.event, ${events}::jsonb) x
      left join casework.event p on p.report_id = x.report_id and p.seq = x.seq - 1
      where x.seq = ${seq}
    ) q`.execute(tx)
}

function rowsOf(report: Believable, { rules, directory, taken, now }: Planting) {
  const id = newId(report.filedAt)
  const agency = directory.agency(report.agencyId)?.rootId ?? null
  const office = agency ? officeOf(directory, agency) : nationalDesk
  let clocks: Clock[] = []
  let answers = 0
  const events = report.events.map((event, index) => {
    const from = index === 0 ? 'none' : (report.events[index - 1]?.to ?? 'received')
    const owing = event.move === 'submit' ? nationalDesk : office
    clocks = advance(
      clocks,
      { move: event.move, from, to: event.to, at: event.at, office: owing },
      rules.policy,
      rules.calendar,
    )
    if (event.move === 'answer') answers++
    return {
      report_id: id,
      seq: index + 1,
      at: event.at,
      zone: owing.zone,
      move: event.move,
      from_stage: from,
      to_stage: event.to,
      actor_role: event.by,
      agency_id: event.by === 'coordinator' || event.by === 'officer' ? agency : null,
      audience: audienceOf(event.move),
      text: event.text ?? null,
      data: event.move === 'forward' ? { agency } : event.move === 'answer' ? { outcome: report.outcome } : {},
    }
  })
  const last = report.events.at(-1)
  const at = (move: string) => report.events.findLast((event) => event.move === move)?.at ?? null
  const forwardedAt = report.events.find((event) => event.move === 'forward')?.at ?? null
  const hidden = report.anonymous || report.confidential
  const seen = hidden ? publicPoint(report) : report
  const closed = report.stage === 'closed'
  return {
    report: {
      id,
      tracking_id: untaken(taken),
      stage: report.stage,
      manner: report.manner,
      resume_stage: report.stage === 'on_hold' ? (report.events.at(-2)?.to ?? 'received') : null,
      kind: report.kind,
      channel: report.channel,
      anonymous: report.anonymous,
      confidential: report.confidential,
      without_identity: false,
      agency_id: forwardedAt ? agency : null,
      category_id: report.categoryId,
      area_code: report.areaCode,
      place: report.place,
      lat: report.lat,
      lon: report.lon,
      public_lat: seen.lat,
      public_lon: seen.lon,
      filed_at: report.filedAt,
      published_at: report.confidential ? null : forwardedAt,
      answered_at: at('answer'),
      closed_at: closed ? last?.at : null,
      outcome: answers > 0 ? report.outcome : null,
      rating: report.rating,
      archive_reason: report.stage === 'archived' ? 'unclear' : null,
      bounces: 0,
      returned_by: [],
      objected: false,
      reopened: report.events.filter((event) => event.move === 'reopen').length,
      escalation: 0,
      flags: [],
      ...deadlines(clocks, report.stage, rules, { at: now }),
      last_seq: events.length,
      last_at: last?.at ?? report.filedAt,
    },
    content: {
      report_id: id,
      original_title: null,
      original_text: report.text,
      title: report.title,
      text: report.text,
    },
    events,
  }
}

function untaken(taken: Set<string>): string {
  for (;;) {
    const id = makeTrackingId()
    if (taken.has(id)) continue
    taken.add(id)
    return id
  }
}
