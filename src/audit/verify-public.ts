import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { inPages } from '../platform/in-pages.ts'
import { lowestId } from '../platform/uuid.ts'
import type { Fault } from './verify-chains.ts'

const pageSize = 1_000

type Row = { id: string; trackingId: string; what: string | null }

/**
 * Compares what the public reads of each report with what the desk published: title, words, place, name and pictures, and the thread with the
 * events that were said to everybody; and that nothing is public of any other.
 * @param db of the owner: reads everything, writes nothing
 */
export async function verifyPublic(db: Db, onFault: (fault: Fault) => void): Promise<{ faults: number }> {
  let faults = 0
  const fault = (trackingId: string, what: string) => {
    faults += 1
    onFault({ trackingId, what })
  }
  for await (const { trackingId, what } of inPages(pageSize, (last: Row | undefined) => judgedAfter(db, last)))
    if (what !== null) fault(trackingId, what)
  const strays = await sql<{ trackingId: string }>`
    select p.tracking_id as "trackingId" from publication.report p
    where not exists (select from casework.report r where r.id = p.report_id)`.execute(db)
  for (const { trackingId } of strays.rows) fault(trackingId, 'the public reads it, and there is no such report')
  return { faults }
}

/** What an event `e` was left out by is written out here (as in migration 167): whoever owns the database could have changed it. */
const isShown = sql`e.audience = 'public' and not exists (
  select from casework.event f
  where f.report_id = e.report_id and f.move in ('forward', 'lower_secrecy', 'raise_secrecy') and f.seq > e.seq
    and f.data -> 'without' @> to_jsonb(e.seq))`

/** Its words as its latest redaction leaves them, written out here for the same reason (as in migration 178). */
const wordsShown = sql`(
  with cut as (
    select f.data -> 'out' as triples from casework.event f
    where f.report_id = e.report_id and f.move = 'redact' and f.data ? 'out' order by f.seq desc limit 1),
  stretch as (
    select (triples ->> n + 1)::int as start, (triples ->> n + 2)::int as stop
    from cut, generate_series(0, jsonb_array_length(triples) - 3, 3) n where (triples ->> n)::int = e.seq),
  kept as (
    select coalesce(lag(stop) over (order by start), 0) as since, start as until from stretch
    union all select coalesce(max(stop), 0), length(e.text) from stretch)
  select string_agg(substr(e.text, since + 1, greatest(until - since, 0)), '[disamarkan]' order by until, since) from kept)`

async function judgedAfter(db: Db, last: Row | undefined): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with page as materialized (
      select r.id, r.tracking_id, r.stage, r.manner, r.outcome, r.rating, r.agency_id, r.place, r.shown_name, r.anonymous,
        r.published_at is not null and not r.confidential as is_public
      from casework.report r where r.id > ${last?.id ?? lowestId} order by r.id limit ${pageSize})
    select r.id, r.tracking_id as "trackingId", case
        when not r.is_public then case when p.report_id is not null then 'the public reads it, and it is not public' end
        when p.report_id is null then 'the public does not read it, and it is public'
        when r.stage = 'withdrawn' then case when p.title is not null or p.text is not null or p.thread <> '[]'
          then 'the public reads words of it, and it was withdrawn' end
        when (p.tracking_id, p.stage, p.manner, p.outcome, p.rating, p.agency_id, p.title, p.text)
          is distinct from (r.tracking_id, r.stage, r.manner, r.outcome, r.rating, r.agency_id, c.title, c.text)
          or (p.place, p.shown_name) is distinct from (
            case when not r.anonymous then nullif(coalesce(c.shown_place, r.place), '') end, case when not r.anonymous then r.shown_name end)
          then 'what the public reads of it is not what was published'
        when exists (
          select from (
            select e.seq, ${wordsShown} as text from casework.event e
            where e.report_id = r.id and e.text is not null and ${isShown}) said
          full join jsonb_to_recordset(p.thread) shown (seq int, text text) on shown.seq = said.seq
          where said.text is distinct from shown.text)
          then 'what the public reads of its thread is not what was said'
        when exists (
          select from publication.attachment shown where shown.tracking_id = r.tracking_id and not exists (
            select from casework.attachment a join casework.event e on e.report_id = a.report_id and e.seq = a.seq
            where a.id = shown.id and a.report_id = r.id and ${isShown}))
          then 'the public sees a picture of it that was not published' end as what
    from page r
    left join casework.content c on c.report_id = r.id
    left join publication.report p on p.report_id = r.id
    order by r.id`.execute(db)
  return rows
}
