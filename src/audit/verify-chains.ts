import pg from 'pg'
import { erasedInLedger } from './erased-in-ledger.ts'

/** One thing that is not as it was recorded. `at`: the event, where one can be named. */
export type Fault = { trackingId: string; at?: number; what: string }

/** `wordless`: events whose words were erased with their report's, as the ledger records; what they were stays committed to. */
export type Verified = { events: number; reports: number; faults: number; wordless: number }

/** Events and reports looked at in one query: few enough that neither side holds many at once. */
const batchReports = 4_000

/** Connections at a time. */
const lanes = 2

/**
 * Recomputes every chain and compares it with its report and with what the heads covered. Streams; whatever the number of
 * reports, a batch of them is looked at at a time, in two connections.
 * @param ownerUrl reads everything, writes nothing
 * @param onFault called for each fault, in the order of the reports of a batch
 */
export async function verifyChains(
  ownerUrl: string,
  onFault: (fault: Fault) => void,
  onProgress: (events: number) => void = () => {},
): Promise<Verified> {
  const total = { events: 0, reports: 0, faults: 0, wordless: 0 }
  const clients = await Promise.all(Array.from({ length: lanes + 1 }, () => connect(ownerUrl)))
  const [guide, ...workers] = clients as [pg.Client, ...pg.Client[]]
  try {
    const ranges = rangesOf(guide)
    const lane = async (client: pg.Client) => {
      for (;;) {
        const range = await ranges.next()
        if (range.done) return
        const { rows } = await client.query<Batch>(chainsQuery, [range.value.after, range.value.upTo])
        const batch = rows[0] as Batch
        for (const fault of batch.faults ?? []) onFault(fault)
        total.events += batch.events
        total.reports += batch.reports
        total.wordless += batch.wordless
        total.faults += batch.faults?.length ?? 0
        onProgress(total.events)
      }
    }
    await Promise.all(workers.map(lane))
    return total
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

type Batch = { events: number; reports: number; wordless: number; faults: Fault[] | null }

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'lapor audit' })
  await client.connect()
  await client.query(`set default_transaction_read_only = on`)
  return client
}

/** Ranges of reports' ids that together hold every id there can be, whether its report is still there or not. */
async function* rangesOf(client: pg.Client): AsyncGenerator<{ after: string; upTo: string }, undefined> {
  const [lowest, highest] = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  for (let after = lowest; after !== highest; ) {
    const { rows } = await client.query<{ id: string }>(
      'select id from casework.report where id > $1 order by id offset $2 limit 1',
      [after, batchReports - 1],
    )
    const upTo = rows[0]?.id ?? highest
    yield { after, upTo }
    after = upTo
  }
  return undefined
}

/**
 * The rules of a chain in one statement. The hash is written out here (as in casework.event_hash, migration 28) and not
 * called: whoever owns the database could have changed the function as well.
 */
const chainsQuery = `
  with chain as materialized (
    select e.report_id, e.seq, e.from_stage, e.to_stage, e.hash, e.prev_hash,
      lag(e.seq, 1, 0) over w as seq_before,
      lag(e.hash, 1, '\\x'::bytea) over w as hash_before,
      lag(e.to_stage, 1, 'none') over w as stage_before,
      sha256(e.prev_hash || convert_to(jsonb_build_array(
        e.report_id, e.seq, (extract(epoch from e.at) * 1000000)::bigint, e.zone, e.move, e.from_stage, e.to_stage,
        e.actor_role, e.actor_id, e.agency_id, e.audience, encode(e.words_hash, 'hex'), e.data)::text, 'UTF8')) = e.hash as as_hashed,
      case when e.text is null or left(e.text, 1) = chr(1) then true
        else coalesce(sha256(e.words_salt || convert_to(e.text, 'UTF8')) = e.words_hash, false) end as as_said,
      e.text is null and e.words_hash is not null as wordless,
      e.text is null and e.words_hash is not null and not ${erasedInLedger('e.report_id')} as lost
    from casework.event e
    where e.report_id > $1 and e.report_id <= $2
    window w as (partition by e.report_id order by e.seq)),
  standing as materialized (
    select r.id, r.tracking_id, r.stage, r.last_seq from casework.report r where r.id > $1 and r.id <= $2),
  ended as (
    select distinct on (report_id) report_id, seq, to_stage from chain order by report_id, seq desc),
  covered as materialized (
    select p.report_id, p.tracking_id, l.seq, l.hash, l.number
    from casework.audit_place p join casework.audit_leaf l on l.place = p.place
    where p.report_id > $1 and p.report_id <= $2),
  fault as (
    select report_id, seq, case
        when seq <> seq_before + 1 then format('event %s is missing', case when seq = seq_before + 2 then (seq_before + 1)::text
          else (seq_before + 1) || ' to ' || (seq - 1) end)
        when not as_hashed then format('event %s was changed after it was recorded', seq)
        when not as_said then format('the words of event %s are not those that were recorded', seq)
        when lost then format('the words of event %s are gone, and no erasure is recorded', seq)
        else format('event %s does not follow from the one before: something was changed, inserted or put in another order', seq)
      end as what
    from chain
    where seq <> seq_before + 1 or not as_hashed or not as_said or prev_hash <> hash_before or from_stage <> stage_before or lost
    union all
    select s.id, e.seq, case
        when e.seq is null then 'all its events are missing'
        when e.seq < s.last_seq then format('its last events are missing: the report counts %s, the chain ends at %s', s.last_seq, e.seq)
        when e.seq > s.last_seq then format('events after %s were inserted: the report does not know of them', s.last_seq)
        else format('the report stands at %s, its last event says %s', s.stage, e.to_stage) end
    from standing s left join ended e on e.report_id = s.id
    where e.seq is distinct from s.last_seq or e.to_stage is distinct from s.stage
    union all
    select e.report_id, null, 'its report is gone, events of it are left' from ended e
    where not exists (select from standing s where s.id = e.report_id)
    union all
    select c.report_id, c.seq, case
        when s.id is null then format('the report was deleted; head %s covers it', c.number)
        when e.hash is null then format('event %s is missing; head %s covers it', c.seq, c.number)
        else format('event %s is not the one that head %s covers: the history up to it was changed', c.seq, c.number) end
    from covered c
    left join standing s on s.id = c.report_id
    left join chain e on e.report_id = c.report_id and e.seq = c.seq
    where s.id is null or e.hash is distinct from c.hash
    union all
    select c.report_id, null, format('its tracking ID is now %s', s.tracking_id)
    from covered c join standing s on s.id = c.report_id where s.tracking_id <> c.tracking_id)
  select (select count(*)::int from chain) as events, (select count(*)::int from standing) as reports,
    (select count(*)::int from chain where wordless and not lost) as wordless, (
    select json_agg(json_build_object('trackingId', coalesce(
        (select c.tracking_id from covered c where c.report_id = f.report_id limit 1),
        (select s.tracking_id from standing s where s.id = f.report_id), f.report_id::text),
      'at', f.seq, 'what', f.what) order by f.report_id, f.seq nulls first)
    from (select distinct report_id, seq, what from fault) f) as faults`
