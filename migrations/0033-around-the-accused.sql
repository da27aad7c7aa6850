-- A report goes around those it accuses: to the nearest office that may handle it, in the transaction in which it must.
insert into casework.move (move, from_stage, to_stage, by_role)
select 'reroute', stage, stage, 'system'
from unnest(array['received', 'on_hold', 'forwarded', 'in_progress', 'answered', 'closed', 'archived', 'merged']) stage;

-- May this office handle it? Not when it is accused, nor when someone accused heads it or an office above it (an inspectorate
-- answers to nobody in this), nor when nobody works there but the accused.
create function casework.may_handle(r casework.report, p_office text) returns boolean language sql stable as $$
  with recursive up as (
    select a.id, a.parent_id, a.is_inspectorate from publication.agency a where a.id = p_office
    union
    select a.id, a.parent_id, a.is_inspectorate from up join publication.agency a on a.id = up.parent_id
    where not up.is_inspectorate
  ), staff as (
    select p.id from identity.account p
    where p.agency_id = p_office and p.role in ('coordinator', 'officer') and p.disabled_at is null
  )
  select exists (select from publication.agency a where a.id = p_office and a.active and not (a.is_desk and coalesce(r.accused_desk, false)))
    and not coalesce(p_office = any (r.accused_offices), false)
    and not exists (select from up join casework.accused x on x.unit_id = up.id and x.kind = 'head' where x.report_id = r.id)
    and not exists (
      select from up join identity.holder h on h.unit_id = up.id and h.until is null where h.account_id = any (r.accused_accounts))
    and (not exists (select from staff) or exists (select from staff s where not coalesce(s.id = any (r.accused_accounts), false)))
$$;

-- The nearest office that may handle it, seen from p_origin: itself, the offices above it, their inspectorates, the national
-- desk, the Ombudsman, the Executive Office. The same chain: src/secrecy/handler.ts.
create function casework.handler_of(r casework.report, p_origin text) returns text language sql stable as $$
  with recursive up as (
    select a.id, a.parent_id, 0 as far from publication.agency a where a.id = p_origin
    union all
    select a.id, a.parent_id, up.far + 1 from up join publication.agency a on a.id = up.parent_id where up.far < 20
  ), chain as (
    select 1 as leg, far, id from up where not coalesce(r.accused_unresolved, false)
    union all select 2, up.far, a.id from up join publication.agency a on a.parent_id = up.id and a.is_inspectorate
      where not coalesce(r.accused_unresolved, false)
    union all select 3, 0, a.id from publication.agency a where a.is_desk
    union all select 4, 0, 'ombudsman'
  )
  select coalesce(
    (select id from chain where casework.may_handle(r, id) order by leg, far, id limit 1),
    (select a.id from publication.agency a where a.id = 'ksp'),
    p_origin)
$$;

create function casework.reroute(p_report uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  n casework.report;
  origin text;
  target publication.agency;
  moved_at timestamptz;
begin
  select * into r from casework.report where id = p_report for update;
  if r.stage = 'withdrawn' then
    return;
  end if;
  n := r;
  if r.agency_id is null then
    -- Nobody but the desk has it, and the own door: closed where it may not handle it. The desk itself accused: the Ombudsman's.
    if r.accused_desk then
      n.own_door_id := (select a.id from publication.agency a where a.id = case when casework.may_handle(r, 'ombudsman') then 'ombudsman' else 'ksp' end);
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
    moved_at := greatest(r.last_at, date_trunc('hour', moved_at));
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
comment on function casework.reroute is 'Moves a report away from those it accuses, or back to where it was meant for; its clocks run on (domain, section 6).';

-- Given to an office on purpose: that is where it is meant for now.
create function casework.forget_meant_for() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('lapor.move', true), '') <> 'reroute' then
    new.meant_for := null;
  end if;
  return new;
end $$;
create trigger forget_meant_for before update of agency_id, unit_id on casework.report for each row
  when (old.meant_for is not null and (old.agency_id, old.unit_id) is distinct from (new.agency_id, new.unit_id))
  execute function casework.forget_meant_for();

-- At commit no report is with anybody whom it accuses, whoever wrote what.
create function casework.go_around() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.reroute(new.id);
  return null;
end $$;
create constraint trigger go_around
  after update of accused_offices, accused_accounts, accused_desk, accused_unresolved, agency_id, unit_id, officer_id, own_door_id, stage
  on casework.report deferrable initially deferred for each row
  when (new.accused_unresolved or new.accused_desk or new.accused_offices <> '{}' or new.accused_accounts <> '{}'
    or old.accused_unresolved or new.meant_for is not null)
  execute function casework.go_around();

-- People come, go and are promoted: reports that accuse them, or that their office handles around the accused, are looked at again.
create function casework.people_moved(p_account uuid, p_offices text[]) returns void language sql security definer
set search_path = pg_catalog as $$
  select casework.reroute(r.id) from casework.report r
  where (r.accused_accounts <> '{}' and r.accused_accounts @> array[p_account])
    or (r.accused_accounts <> '{}' and (r.agency_id = any (p_offices) or r.unit_id = any (p_offices)))
$$;
create function casework.go_around_account() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.people_moved(new.id, array[old.agency_id, new.agency_id]);
  return null;
end $$;
create constraint trigger go_around after update of agency_id, role, disabled_at on identity.account
  deferrable initially deferred for each row when (new.role <> 'citizen') execute function casework.go_around_account();
create function casework.go_around_head() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.people_moved(new.account_id, array(select casework.offices_under(new.unit_id)));
  return null;
end $$;
create constraint trigger go_around after insert or update on identity.holder
  deferrable initially deferred for each row execute function casework.go_around_head();

revoke execute on function casework.may_handle, casework.handler_of, casework.reroute, casework.forget_meant_for,
  casework.go_around, casework.people_moved, casework.go_around_account, casework.go_around_head from public;
