-- Whom a report accuses is never so near to the desk that nobody is left. `accused_desk` says that the desk is out: it or its head is
-- accused, or none of its verifiers may both sign in and see it. Then the Ombudsman has what the desk would have, a name to be settled
-- included; then KSP; then the office that the reporter named. Worked out again whenever people come or go.
comment on column casework.report.accused_desk is 'The national desk does not have it: it or its head is accused, or no verifier is left who may sign in and is not. Another office stands in.';
comment on column casework.report.meant_for is 'Where the report was, or whose door it was at, before it had to go around the accused.';
comment on column casework.report.accused_unresolved is 'Somebody is named of whom it is not settled who that is: the desk alone has the report, or whoever stands in for it.';

create index account_verifies on identity.account (id) where role = 'verifier';
create index report_accuses_open on casework.report (id)
  where accused_offices is not null and stage in ('received', 'on_hold', 'forwarded', 'in_progress', 'answered');

-- Somebody accused heads this office or one above it; an inspectorate answers to nobody in this.
create function casework.is_under_accused_head(r casework.report, p_office text) returns boolean language sql stable as $$
  with recursive up as (
    select a.id, a.parent_id, a.is_inspectorate from publication.agency a where a.id = p_office
    union
    select a.id, a.parent_id, a.is_inspectorate from up join publication.agency a on a.id = up.parent_id
    where not up.is_inspectorate
  )
  select exists (select from up join casework.accused x on x.unit_id = up.id and x.kind = 'head' where x.report_id = r.id)
    or exists (select from up join identity.holder h on h.unit_id = up.id and h.until is null where h.account_id = any (r.accused_accounts))
$$;

-- As in migration 33.
create or replace function casework.may_handle(r casework.report, p_office text) returns boolean language sql stable as $$
  with staff as (
    select p.id from identity.account p
    where p.agency_id = p_office and p.role in ('coordinator', 'officer') and p.disabled_at is null
  )
  select exists (select from publication.agency a where a.id = p_office and a.active and not (a.is_desk and coalesce(r.accused_desk, false)))
    and not coalesce(p_office = any (r.accused_offices), false)
    and not casework.is_under_accused_head(r, p_office)
    and (not exists (select from staff) or exists (select from staff s where not coalesce(s.id = any (r.accused_accounts), false)))
$$;

create function casework.has_verifier(r casework.report) returns boolean language sql stable as $$
  select exists (
    select from identity.account p where p.role = 'verifier' and p.disabled_at is null
      and not coalesce(p.id = any (r.accused_accounts), false) and not coalesce(p.agency_id = any (r.accused_offices), false))
$$;

-- Somebody is there who would see it: an agency's coordinators what the agency has, the officers of a unit what the unit has; while it is
-- not settled whom it accuses, at the desk its verifiers alone.
create or replace function casework.is_attended(r casework.report, p_office text) returns boolean language sql stable as $$
  select case when coalesce(r.accused_unresolved, false) and o.is_desk then casework.has_verifier(r) else exists (
    select from identity.account p
    where p.agency_id in (o.id, o.root_id) and p.disabled_at is null
      and ((p.role = 'coordinator' and p.agency_id = o.root_id) or (p.role = 'officer' and p.agency_id = o.id and o.id <> o.root_id))
      and not coalesce(p.id = any (r.accused_accounts), false) and not coalesce(p.agency_id = any (r.accused_offices), false)) end
  from publication.agency o where o.id = p_office
$$;
comment on function casework.is_attended is 'Somebody works there, or coordinates it, whom the report does not accuse. While it is not settled whom it accuses, the desk''s verifiers are.';

-- Who has what the desk would have, where somebody is there; null where nobody is. The reporter's own door is asked last, and not while it
-- is not settled whom the report accuses: that may be somebody there.
create function casework.stand_in_of(r casework.report) returns text language sql stable as $$
  select office from (values (1, 'ombudsman'), (2, 'ksp'),
    (3, case when r.agency_id is null and not coalesce(r.accused_unresolved, false) then coalesce(r.meant_for, r.own_door_id) end)) chain (leg, office)
  where casework.may_handle(r, office) and casework.is_attended(r, office)
  order by leg limit 1
$$;

-- Under an accused head the desk keeps what nobody else could have: somebody must be left.
create function casework.desk_is_out(r casework.report) returns boolean language sql stable as $$
  select coalesce(d.id = any (r.accused_offices), false)
    or (s.office in ('ombudsman', 'ksp') and casework.is_under_accused_head(r, d.id))
    or (s.office is not null and not casework.has_verifier(r) and (coalesce(r.accused_unresolved, false)
      or (r.agency_id is null and (r.accused_offices <> '{}' or r.accused_accounts <> '{}'))))
  from publication.agency d, casework.stand_in_of(r) s (office) where d.is_desk
$$;
comment on function casework.desk_is_out is 'What accused_desk says. A verifier who comes has again what went around nobody but the accused among them.';

-- The coordinator of the office that has what the desk would have. The same: standIn in src/secrecy/facts.ts.
create function casework.stands_in(r casework.report) returns boolean language plpgsql stable parallel safe as $$
begin
  return coalesce(r.accused_desk and (r.agency_id is null or r.accused_unresolved) and casework.actor_role() = 'coordinator'
    and casework.actor_agency() = coalesce(r.agency_id, r.own_door_id), false);
end $$;

create or replace function casework.is_accused(r casework.report) returns boolean language sql stable as $$
  select coalesce(casework.actor_account() = any (r.accused_accounts), false)
    or coalesce(casework.actor_agency() = any (r.accused_offices), false)
    or (coalesce(r.accused_desk, false) and casework.actor_role() = 'verifier')
    or (coalesce(r.accused_unresolved, false) and casework.actor_role() <> 'verifier' and not casework.stands_in(r))
$$;

-- As in migration 110; who stands in for the desk has it wherever the desk would, a report laid by included.
create or replace function casework.sees(r casework.report) returns boolean language plpgsql stable parallel safe as $$
begin
  return case casework.actor_role()
    when 'reporter' then r.id = casework.actor_report()
    when 'system' then r.merged_into = casework.actor_report() -- children, when their parent ends
    when 'verifier' then not casework.is_accused(r)
    when 'coordinator' then not casework.is_accused(r) and (r.agency_id = casework.actor_agency()
      or casework.stands_in(r)
      or (r.own_door_id = casework.actor_agency() and r.agency_id is null and r.stage in ('received', 'on_hold')
        and r.returned_by = '{}'))
    when 'officer' then r.unit_id = casework.actor_agency() and not casework.is_accused(r)
    when 'supervisor' then (r.published_at is not null or r.agency_id is not null) and not casework.is_accused(r)
    else false
  end;
end $$;

drop policy actor on casework.accused;
create policy actor on casework.accused for select to lapor_web using (
  casework.actor_role() in ('verifier', 'reporter', 'coordinator') and exists (
    select from casework.report r where r.id = report_id and (
      (casework.actor_role() <> 'coordinator' and (casework.reads(r) or (r.accused_unresolved and casework.sees(r))))
      or (casework.stands_in(r) and casework.sees(r)))));

-- As in migration 84. The last of all, let back because nobody else is left (casework.reroute), stays so until it is named anew.
create or replace function casework.lock_out(p_report uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  offices text[];
  accounts uuid[];
  let_back text;
  desk boolean;
begin
  perform casework.people_stand_still();
  select * into r from casework.report where id = p_report for update;
  if r.accused_offices is not null and coalesce(r.agency_id, r.own_door_id) = 'ksp' and not 'ksp' = any (r.accused_offices) then
    let_back := 'ksp';
  end if;
  select coalesce(array_agg(distinct o order by o), '{}') into offices from (
    select casework.offices_under(x.unit_id) as o from casework.accused x where x.report_id = p_report and x.kind = 'unit'
    union select unnest(r.accused_offices)
  ) named where o is distinct from let_back;
  desk := exists (select from publication.agency a where a.is_desk and a.id = any (offices));
  select coalesce(array_agg(distinct a order by a), '{}') into accounts from (
    select unnest(r.accused_accounts) as a
    union select x.account_id from casework.accused x where x.report_id = p_report and x.account_id is not null
    union select h.account_id from casework.accused x join identity.holder h on h.unit_id = x.unit_id
      where x.report_id = p_report and x.kind = 'head' and (h.until is null or h.until > r.filed_at)
    union select p.id from casework.accused x join identity.account p on p.agency_id = x.unit_id
      where x.report_id = p_report and x.kind = 'head' and not exists ( -- nobody knows who heads it: anybody there may be the one
        select from identity.holder h where h.unit_id = x.unit_id and (h.until is null or h.until > r.filed_at))
    union select p.id from identity.account p where p.agency_id = any (offices) or (desk and p.role = 'verifier')
  ) people;
  r.accused_offices := offices;
  r.accused_accounts := accounts;
  r.accused_unresolved := exists (select from casework.accused x where x.report_id = p_report and x.kind is null);
  update casework.report set accused_offices = offices, accused_accounts = accounts, accused_unresolved = r.accused_unresolved,
    accused_desk = casework.desk_is_out(r)
  where id = p_report;
end $$;

create or replace function casework.lock_out_named() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.people_stand_still();
  if new.kind = 'unit' and (tg_op = 'INSERT' or (old.kind, old.unit_id) is distinct from (new.kind, new.unit_id)) then
    update casework.report set accused_offices = array(
      select unnest(accused_offices) union select casework.offices_under(new.unit_id) order by 1)
    where id = new.report_id;
  end if;
  perform casework.lock_out(new.report_id);
  return null;
end $$;

-- As in migration 32; a new verifier is among the accused only where the desk itself is, not where its people were.
create or replace function casework.lock_out_account() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update casework.report r set accused_accounts = r.accused_accounts || new.id
  where (r.accused_offices @> array[new.agency_id]
      or (new.role = 'verifier' and r.accused_offices && array(select a.id from publication.agency a where a.is_desk)))
    and r.accused_offices <> '{}' and not new.id = any (r.accused_accounts);
  perform casework.lock_out(x.report_id) from casework.accused x where x.kind = 'head' and x.unit_id = new.agency_id;
  return null;
end $$;

-- As in migration 98. The desk out, with nobody to stand in, it waits at the Ombudsman, and goes to the first who comes.
create or replace function casework.reroute(p_report uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  before casework.report;
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
  before := r;
  if r.accused_offices is not null then
    r.accused_desk := casework.desk_is_out(r);
  end if;
  n := r;
  if r.agency_id is null then
    -- Nobody but the desk has it, and the own door: closed where it may not handle it. The desk out, whoever stands in has it there.
    if r.accused_desk then
      n.own_door_id := coalesce(casework.stand_in_of(r),
        case when casework.may_handle(r, 'ombudsman') then 'ombudsman' else 'ksp' end);
      n.returned_by := array_remove(r.returned_by, n.own_door_id);
      if r.own_door_id is distinct from n.own_door_id and r.own_door_id not in ('ombudsman', 'ksp') then
        n.meant_for := r.own_door_id;
      end if;
    else
      if r.meant_for is not null and r.own_door_id in ('ombudsman', 'ksp') then
        n.own_door_id := r.meant_for;
        n.meant_for := null;
      end if;
      if n.own_door_id is not null and (r.accused_unresolved or not casework.may_handle(r, n.own_door_id)) then
        n.named_agency := coalesce(r.named_agency, (select a.name from publication.agency a where a.id = n.own_door_id));
        n.own_door_id := null;
      end if;
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
  if n is not distinct from before then
    return;
  end if;
  moved_at := greatest(r.last_at, coalesce(nullif(current_setting('lapor.now', true), '')::timestamptz, r.last_at));
  if r.without_identity then
    moved_at := greatest(r.last_at, date_trunc('hour', moved_at, 'UTC'));
  end if;
  perform set_config('lapor.move', 'reroute', true);
  if (n.agency_id, n.unit_id, n.officer_id, n.own_door_id) is not distinct from (r.agency_id, r.unit_id, r.officer_id, r.own_door_id)
    or (r.agency_id is null and r.last_seq = 1 and exists (
    select from casework.event e where e.report_id = p_report and e.seq = 1 and e.xmin = pg_current_xact_id()::xid)) then
    -- Nothing has moved that anybody knew of: it stays where it is, or is filed only now.
    update casework.report set accused_desk = n.accused_desk, own_door_id = n.own_door_id, returned_by = n.returned_by, named_agency = n.named_agency,
      meant_for = n.meant_for, accused_offices = n.accused_offices
    where id = p_report;
  else
    update casework.report set accused_desk = n.accused_desk, agency_id = n.agency_id, unit_id = n.unit_id, officer_id = n.officer_id, meant_for = n.meant_for,
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

-- Whoever comes or goes, and every office that opens or closes: reports that go around somebody are looked at again where it matters,
-- those that lie at a door as well. What is closed or laid by is looked at when it lives again.
create or replace function casework.people_moved(p_account uuid, p_offices text[]) returns void language sql security definer
set search_path = pg_catalog as $$
  select casework.reroute(r.id) from casework.report r
  where (r.accused_accounts <> '{}' and r.accused_accounts @> array[p_account])
    or ((r.accused_offices is not null or r.meant_for is not null) and (r.agency_id = any (p_offices) or r.unit_id = any (p_offices)))
    or (r.accused_offices is not null and r.stage in ('received', 'on_hold', 'forwarded', 'in_progress', 'answered') and (
      (r.agency_id is not null and not casework.is_attended(r, coalesce(r.unit_id, r.agency_id)))
      or ((r.agency_id is null or r.accused_unresolved) and casework.desk_is_out(r) is distinct from r.accused_desk)
      or (r.agency_id is null and r.accused_desk and (r.own_door_id is null or not casework.is_attended(r, r.own_door_id)))
      or (r.agency_id is null and not r.accused_desk and r.own_door_id is not null and not casework.may_handle(r, r.own_door_id))))
$$;

-- What is here already, by today's rules.
select casework.lock_out(report_id) from (select distinct report_id from casework.accused) named;
select casework.reroute(id) from casework.report where accused_offices is not null and stage <> 'withdrawn';

revoke execute on function casework.is_under_accused_head, casework.has_verifier, casework.stand_in_of, casework.desk_is_out from public;
grant execute on function casework.stands_in to lapor_web, lapor_worker;
