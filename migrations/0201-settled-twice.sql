-- Whoever was ever settled on stays accused, and so does a post whose holder changes later: "kepala Dinas Kesehatan dan kepala Dinas PUPR" is
-- settled twice and means both. What a name meant before stands as a further row of it from now on.

-- As in migration 112.
create or replace function casework.settle_accused(
  p_report uuid, p_position int, p_kind text, p_unit text, p_account uuid, p_at timestamptz
) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  x casework.accused;
  settled_at timestamptz;
begin
  perform casework.people_stand_still();
  select * into r from casework.report where id = p_report for update;
  if not found or not (casework.actor_role() = 'verifier' or casework.stands_in(r)) or not casework.sees(r) then
    raise exception 'no such report' using errcode = 'no_data_found';
  end if;
  perform set_config('lapor.now', p_at::text, true);
  settled_at := case when r.without_identity then date_trunc('hour', p_at, 'UTC') else p_at end;
  select * into x from casework.accused where report_id = p_report and position = p_position;
  if not found then
    return false;
  end if;
  if x.kind <> 'outside' and (x.kind, x.unit_id, x.account_id) is distinct from (p_kind, p_unit, p_account)
    and not exists (select from casework.accused same where same.report_id = p_report and same.position <> p_position
      and (same.kind, same.unit_id, same.account_id) is not distinct from (x.kind, x.unit_id, x.account_id)) then
    insert into casework.accused (report_id, position, named, kind, unit_id, account_id, resolved_at, resolved_by)
    select p_report, max(y.position) + 1, x.named, x.kind, x.unit_id, x.account_id, x.resolved_at, x.resolved_by
    from casework.accused y where y.report_id = p_report;
  end if;
  update casework.accused set kind = p_kind, unit_id = p_unit, account_id = p_account, resolved_at = settled_at,
    resolved_by = casework.actor_account()
  where report_id = p_report and position = p_position;
  if r.stage <> 'withdrawn' and (x.kind, x.unit_id, x.account_id) is distinct from (p_kind, p_unit, p_account) then
    update casework.report set last_seq = r.last_seq + 1 where id = p_report;
    insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, actor_id, agency_id, audience, data)
    values (p_report, r.last_seq + 1, greatest(r.last_at, settled_at), 'Asia/Jakarta', 'settle_accused', r.stage, r.stage,
      casework.actor_role(), casework.actor_account(), casework.actor_agency(), 'reporter',
      jsonb_strip_nulls(jsonb_build_object('position', p_position, 'kind', p_kind, 'unit', p_unit)));
  end if;
  return true;
end $$;

-- What was overwritten before: the chain knows which office, or whose head, a name was settled as.
insert into casework.accused (report_id, position, named, kind, unit_id, resolved_at, resolved_by)
select lost.report_id, (select max(y.position) from casework.accused y where y.report_id = lost.report_id)
    + row_number() over (partition by lost.report_id order by lost.seq),
  lost.named, lost.kind, lost.unit, lost.at, lost.actor_id
from (
  select distinct on (e.report_id, e.data ->> 'kind', g.id) e.report_id, e.seq, e.at, e.actor_id, x.named, e.data ->> 'kind' as kind, g.id as unit
  from casework.event e
  join casework.accused x on x.report_id = e.report_id and x.position = (e.data ->> 'position')::int
  join publication.agency g on g.id = e.data ->> 'unit'
  where e.move = 'settle_accused' and e.data ->> 'kind' in ('unit', 'head') and not exists (
    select from casework.accused same where same.report_id = e.report_id and same.kind = e.data ->> 'kind' and same.unit_id = g.id)
  order by e.report_id, e.data ->> 'kind', g.id, e.seq
) lost;
