import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { commitToLedger } from './ledger.ts'
import type { Fault } from './verify-chains.ts'

/**
 * Recomputes the chain of the ledger, compares each line with the opening, look or erasure that it records, these with their lines, and
 * the chain with what every head covered.
 * @param db of the owner: reads everything, writes nothing
 */
export async function verifyLedger(
  db: Db,
  onFault: (fault: Fault) => void,
  onWrongHead: (what: string) => void,
): Promise<{ lines: number; faults: number }> {
  const { rows } = await linesQuery.execute(db)
  const { lines = 0, faults } = rows[0] ?? {}
  for (const fault of faults ?? []) onFault(fault)
  const wrong = await wrongHeads(db)
  for (const number of wrong) onWrongHead(`Head ${number}: what is kept of the ledger is not what was signed.`)
  return { lines, faults: (faults?.length ?? 0) + wrong.length }
}

type HeadRow = {
  number: number
  ledger: string
  dayKey: string | null
  lines: number | null
  hash: string | null
  reportId: string | null
}

/** Heads whose commitment is not to the end of the ledger that is noted beside them. */
async function wrongHeads(db: Db): Promise<number[]> {
  const { rows } = await sql<HeadRow>`
    select h.number, encode(h.ledger, 'hex') as ledger, encode(t.day_key, 'hex') as "dayKey",
      t.ledger_lines as lines, encode(t.ledger_hash, 'hex') as hash, t.ledger_report as "reportId"
    from publication.audit_head h left join casework.audit_tree t on t.number = h.number
    where h.ledger is not null order by h.number`.execute(db)
  const holds = ({ ledger, dayKey, lines, hash, reportId }: HeadRow) =>
    dayKey !== null && lines !== null && hash !== null && commitToLedger(dayKey, { lines, hash, reportId }) === ledger
  return rows.filter((row) => !holds(row)).map(({ number }) => number)
}

/**
 * The rules of the ledger in one statement. The hashes are written out here (as in migrations 45 and 161) and not called: whoever owns
 * the database could have changed the functions as well.
 */
const linesQuery = sql<{ lines: number; faults: Fault[] | null }>`
  with chain as materialized (
    select l.*, coalesce(l.look_id, 0) as look,
      case l.kind when 'asked' then 'opening ' || l.n when 'decided' then 'the decision on opening ' || l.n
        when 'erased' then 'its erasure' else 'a look through opening ' || l.n end as thing,
      lag(l.line, 1, 0::bigint) over w as line_before,
      lag(l.hash, 1, '\\x'::bytea) over w as hash_before,
      row_number() over (partition by l.kind, l.report_id, l.n, l.look_id order by l.line) > 1 as is_second,
      sha256(l.prev_hash || convert_to(jsonb_build_array(
        l.line, l.kind, l.report_id, l.n, l.look_id, encode(l.facts, 'hex'), l.report_before)::text, 'UTF8')) = l.hash as as_hashed
    from casework.ledger_line l window w as (order by l.line)),
  fact as materialized (
    select 'asked' as kind, report_id, n, 0::bigint as look, 'opening ' || n || ' stands in no line of the ledger' as unrecorded,
      sha256(convert_to(jsonb_build_array('asked', report_id, n, what, ground, encode(reason_hash, 'hex'), asked_by, asked_role,
        asked_office, (extract(epoch from asked_at) * 1000000)::bigint)::text, 'UTF8')) as facts
    from casework.opening
    union all
    select 'decided', report_id, n, 0, 'the decision on opening ' || n || ' stands in no line of the ledger',
      sha256(convert_to(jsonb_build_array('decided', report_id, n, decision, decided_by, decided_role, decided_office,
        (extract(epoch from decided_at) * 1000000)::bigint, (extract(epoch from ends_at) * 1000000)::bigint)::text, 'UTF8'))
    from casework.opening where decision is not null
    union all
    select 'looked', report_id, n, id, 'a look through opening ' || n || ' stands in no line of the ledger',
      sha256(convert_to(jsonb_build_array('looked', report_id, n, id, account_id, page,
        (extract(epoch from at) * 1000000)::bigint)::text, 'UTF8'))
    from casework.look
    union all
    -- One without a line counts for nothing: words that are gone are then missed where they stood.
    select 'erased', report_id, 0, 0, null,
      sha256(convert_to(jsonb_build_array('erased', report_id, (extract(epoch from done_at) * 1000000)::bigint)::text, 'UTF8'))
    from identity.erasure where what = 'all' and done_at is not null),
  covered as (
    select distinct on (ledger_lines, ledger_hash) number, ledger_lines as line, ledger_hash as hash, ledger_report as report_id
    from casework.audit_tree where ledger_lines > 0 order by ledger_lines, ledger_hash, number),
  fault as (
    select report_before as report_id, line - 1 as line, case
        when line = line_before + 2 then format('line %s of the ledger, about this report, is missing', line - 1)
        else format('lines %s to %s of the ledger are missing, the last of them about this report', line_before + 1, line - 1)
      end as what
    from chain where line <> line_before + 1
    union all
    select report_id, line, case
        when not as_hashed then format('line %s of the ledger was changed after it was recorded', line)
        when is_second then format('line %s of the ledger records again what an earlier one does', line)
        else format('line %s of the ledger does not follow from the one before: something was changed, inserted or put in another order', line)
      end
    from chain where not as_hashed or is_second or (line = line_before + 1 and prev_hash <> hash_before)
    union all
    select c.report_id, c.line, case
        when f.kind is null then format('%s is gone; line %s of the ledger records it', c.thing, c.line)
        else format('%s is not what line %s of the ledger records: it was changed afterwards', c.thing, c.line) end
    from chain c left join fact f on f.kind = c.kind and f.report_id = c.report_id and f.n = c.n and f.look = c.look
    where c.as_hashed and f.facts is distinct from c.facts
    union all
    select f.report_id, null, f.unrecorded
    from fact f left join chain c on c.kind = f.kind and c.report_id = f.report_id and c.n = f.n and c.look = f.look
    where c.line is null and f.unrecorded is not null
    union all
    select v.report_id, v.line, case
        when c.line is null then format('line %s of the ledger, about this report, is missing; head %s covers it', v.line, v.number)
        else format('line %s of the ledger is not the one that head %s covers: the ledger up to it was changed', v.line, v.number) end
    from covered v left join chain c on c.line = v.line
    where c.hash is distinct from v.hash)
  select (select count(*)::int from chain) as lines, (
    select json_agg(json_build_object('trackingId', coalesce(r.tracking_id, p.tracking_id, f.report_id::text, '?'), 'what', f.what)
      order by f.line nulls last, f.what)
    from fault f left join casework.report r on r.id = f.report_id
    left join casework.audit_place p on p.report_id = f.report_id) as faults`
