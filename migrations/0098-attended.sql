-- The nearest office that may handle a report is one where somebody is there to do it: an inspectorate without an account is no
-- handler while the desk has people. And an inspectorate whose coordinators sit under the accused head is none either, for they have
-- whatever any unit of theirs has.
create function casework.is_attended(r casework.report, p_office text) returns boolean language sql stable as $$
  select (coalesce(r.accused_unresolved, false) and exists (select from publication.agency o where o.id = p_office and o.is_desk)) or exists (
    select from publication.agency o join identity.account p
      on p.agency_id = o.id or (p.agency_id = o.root_id and p.role = 'coordinator')
    where o.id = p_office and p.role in ('coordinator', 'officer') and p.disabled_at is null
      and not coalesce(p.id = any (r.accused_accounts), false) and not coalesce(p.agency_id = any (r.accused_offices), false))
$$;
comment on function casework.is_attended is 'Somebody works there, or coordinates it, whom the report does not accuse. While it is not settled whom it accuses, the desk''s verifiers are.';

-- As in migration 33, where somebody is; else where somebody will be. The same chain: src/secrecy/testing/handler.ts.
create or replace function casework.handler_of(r casework.report, p_origin text) returns text language sql stable as $$
  with recursive up as (
    select a.id, a.parent_id, 0 as far from publication.agency a where a.id = p_origin
    union all
    select a.id, a.parent_id, up.far + 1 from up join publication.agency a on a.id = up.parent_id where up.far < 20
  ), chain as (
    select 1 as leg, far, id from up where not coalesce(r.accused_unresolved, false)
    union all select 2, up.far, a.id from up join publication.agency a on a.parent_id = up.id and a.is_inspectorate
      where not coalesce(r.accused_unresolved, false)
        and (coalesce(a.root_id = any (r.accused_offices), false) or casework.may_handle(r, a.root_id))
    union all select 3, 0, a.id from publication.agency a where a.is_desk
    union all select 4, 0, 'ombudsman'
    union all select 5, 0, 'ksp'
  ), able as (
    select * from chain where casework.may_handle(r, id)
  )
  select coalesce(
    (select id from able where casework.is_attended(r, id) order by leg, far, id limit 1),
    (select id from able order by leg, far, id limit 1),
    (select a.id from publication.agency a where a.id = 'ksp'),
    p_origin)
$$;

-- As in migration 33, while people stand still; hours are those of UTC.
create or replace function casework.reroute(p_report uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  n casework.report;
  origin text;
  target publication.agency;
  moved_at timestamptz;
begin
  perform casework.people_stand_still();
  select * into r from casework.report where id = p_report for update;
  if r.stage = 'withdrawn' then
    return;
  end if;
  n := r;
  if r.agency_id is null then
    -- Nobody but the desk has it, and the own door: closed where it may not handle it. The desk itself accused: the Ombudsman's.
    if r.accused_desk then
      n.own_door_id := (select a.id from publication.agency a where a.id = case
        when casework.may_handle(r, 'ombudsman') and (casework.is_attended(r, 'ombudsman') or not casework.is_attended(r, 'ksp'))
        then 'ombudsman' else 'ksp' end);
      n.returned_by := array_remove(r.returned_by, n.own_door_id);
    elsif r.own_door_id is not null and (r.accused_unresolved or not casework.may_handle(r, r.own_door_id)) then
      n.own_door_id := null;
      n.named_agency := coalesce(r.named_agency, (select a.name from publication.agency a where a.id = r.own_door_id));
    end if;
    target.zone := 'Asia/Jakarta';
  else
    origin := coalesce(r.meant_for, r.unit_id, r.agency_id);
    select * into target from publication.agency a where a.id = casework.handler_of(r, origin);
    n.agency_id := target.root_id;
    n.unit_id := nullif(target.id, target.root_id);
    n.officer_id := case when n.unit_id is not distinct from r.unit_id and not coalesce(r.officer_id = any (r.accused_accounts), false) then r.officer_id end;
    n.meant_for := nullif(origin, target.id);
  end if;
  -- Somebody must be left: the last who may handle it is locked out as the people it had, no longer as an office.
  if coalesce(n.agency_id, n.own_door_id) = any (r.accused_offices) and n.unit_id is null then
    n.accused_offices := array_remove(r.accused_offices, coalesce(n.agency_id, n.own_door_id));
  end if;
  if n is not distinct from r then
    return;
  end if;
  moved_at := greatest(r.last_at, coalesce(nullif(current_setting('lapor.now', true), '')::timestamptz, r.last_at));
  if r.without_identity then
    moved_at := greatest(r.last_at, date_trunc('hour', moved_at, 'UTC'));
  end if;
  perform set_config('lapor.move', 'reroute', true);
  if r.last_seq = 1 and r.agency_id is null then
    -- Still at the door it just came in by: nothing has moved that anybody knew of.
    update casework.report set own_door_id = n.own_door_id, returned_by = n.returned_by, named_agency = n.named_agency,
      accused_offices = n.accused_offices
    where id = p_report;
  else
    update casework.report set agency_id = n.agency_id, unit_id = n.unit_id, officer_id = n.officer_id, meant_for = n.meant_for,
      own_door_id = n.own_door_id, returned_by = n.returned_by, named_agency = n.named_agency, accused_offices = n.accused_offices,
      last_seq = r.last_seq + 1, last_at = moved_at
    where id = p_report;
    insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, audience, data)
    values (p_report, r.last_seq + 1, moved_at, target.zone, 'reroute', r.stage, r.stage, 'system', 'parties',
      jsonb_strip_nulls(jsonb_build_object('agency', coalesce(n.agency_id, n.own_door_id), 'unit', n.unit_id)));
    insert into casework.outbox (topic, report_id, seq, at) values ('event', p_report, r.last_seq + 1, moved_at);
  end if;
  perform set_config('lapor.move', '', true);
end $$;

-- Whoever comes or goes, and every office that opens or closes: reports that go around somebody are looked at again where it matters.
create or replace function casework.people_moved(p_account uuid, p_offices text[]) returns void language sql security definer
set search_path = pg_catalog as $$
  select casework.reroute(r.id) from casework.report r
  where (r.accused_accounts <> '{}' and r.accused_accounts @> array[p_account])
    or ((r.accused_offices is not null or r.meant_for is not null) and (r.agency_id = any (p_offices) or r.unit_id = any (p_offices)))
    or (r.accused_offices is not null and r.agency_id is not null
      and r.stage in ('received', 'on_hold', 'forwarded', 'in_progress', 'answered')
      and not casework.is_attended(r, coalesce(r.unit_id, r.agency_id)))
$$;
drop trigger go_around on identity.account;
create constraint trigger go_around after insert or update of agency_id, role, disabled_at on identity.account
  deferrable initially deferred for each row when (new.role <> 'citizen') execute function casework.go_around_account();
create function casework.go_around_office() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.people_moved(null, array(select casework.offices_under(new.id)));
  return null;
end $$;
create constraint trigger go_around after update of active, parent_id, is_inspectorate on publication.agency
  deferrable initially deferred for each row execute function casework.go_around_office();

create index report_goes_around on casework.report (agency_id, unit_id) where accused_offices is not null or meant_for is not null;
select casework.reroute(id) from casework.report where accused_offices is not null and stage <> 'withdrawn';

revoke execute on function casework.is_attended, casework.go_around_office from public;
