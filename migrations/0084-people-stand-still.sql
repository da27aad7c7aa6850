-- Who is accused, and who works and heads where, are read by each other's transactions: whom a report names locks out those who
-- are there now, who comes locks themselves out of what names them now. Side by side, neither would see the other. So people
-- stand still while a report looks at them, and reports wait while people move. Reports do not wait for each other.
create function casework.people_stand_still() returns void language sql volatile as $$
  select pg_advisory_xact_lock_shared(1832) $$;
create function casework.people_move() returns void language sql volatile as $$
  select pg_advisory_xact_lock(1832) $$;
comment on function casework.people_stand_still is 'Until the end of this transaction nobody is appointed, moved, taken on or dismissed. Before the report is locked.';
comment on function casework.people_move is 'Until the end of this transaction no report is worked out against its accused.';

create function casework.move_people() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.people_move();
  return new;
end $$;
create trigger a_people_move before insert or update on identity.holder for each row execute function casework.move_people();
create trigger a_people_move before insert or update of agency_id, role, disabled_at on identity.account for each row
  when (new.role <> 'citizen') execute function casework.move_people();
create trigger a_people_move before insert or update of parent_id, is_inspectorate, active on publication.agency for each row
  execute function casework.move_people();

-- A report that accuses somebody is moved while people stand still: so it is asked before its row is taken.
create or replace function casework.lock_report(p_report uuid) returns setof casework.report language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
begin
  if exists (select from casework.report where id = p_report and (accused_offices is not null or meant_for is not null)) then
    perform casework.people_stand_still();
  end if;
  select * into r from casework.report where id = p_report for update;
  if found and (casework.sees(r) or casework.is_system()) then
    return next r;
  end if;
end $$;

-- The functions of migrations 32 and 34, each asking first (casework.reroute: migration 98). Hours are those of UTC.
create or replace function casework.lock_out(p_report uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  offices text[];
  accounts uuid[];
  desk boolean;
begin
  perform casework.people_stand_still();
  select * into r from casework.report where id = p_report for update;
  select coalesce(array_agg(distinct o order by o), '{}') into offices from (
    select casework.offices_under(x.unit_id) as o from casework.accused x where x.report_id = p_report and x.kind = 'unit'
    union select unnest(r.accused_offices)
  ) named;
  desk := coalesce(r.accused_desk, false) or exists (select from publication.agency a where a.is_desk and a.id = any (offices));
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
  update casework.report set accused_offices = offices, accused_accounts = accounts, accused_desk = desk,
    accused_unresolved = exists (select from casework.accused x where x.report_id = p_report and x.kind is null)
  where id = p_report;
end $$;

create or replace function casework.file_report_about(p jsonb) returns jsonb language plpgsql security definer set search_path = pg_catalog as $$
declare
  answer jsonb;
begin
  perform casework.people_stand_still();
  answer := casework.file_report(p);
  if answer ->> 'outcome' = 'filed' then
    update casework.accused x set kind = s.picked ->> 'kind', unit_id = s.picked ->> 'unit_id'
    from jsonb_array_elements(p -> 'accused_as') with ordinality s (picked, n)
    where x.report_id = (answer ->> 'id')::uuid and x.position = s.n and s.picked ->> 'kind' is not null;
  end if;
  return answer;
end $$;

create or replace function casework.name_accused(p_report uuid, p_accused jsonb, p_at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  known int;
  added int;
begin
  if casework.actor_role() <> 'reporter' or casework.actor_report() is distinct from p_report then
    raise exception 'no such report' using errcode = 'no_data_found';
  end if;
  perform casework.people_stand_still();
  perform from casework.report where id = p_report for update;
  perform set_config('lapor.now', p_at::text, true);
  select coalesce(max(position), 0) into known from casework.accused where report_id = p_report;
  insert into casework.accused (report_id, position, named, kind, unit_id)
  select p_report, known + n, one ->> 'named', one ->> 'kind', one ->> 'unit_id'
  from jsonb_array_elements(p_accused) with ordinality a (one, n)
  where known + n <= 20;
  get diagnostics added = row_count;
  return added;
end $$;

create or replace function casework.settle_accused(
  p_report uuid, p_position int, p_kind text, p_unit text, p_account uuid, p_at timestamptz
) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
begin
  perform casework.people_stand_still();
  select * into r from casework.report where id = p_report for update;
  if not found or casework.actor_role() <> 'verifier' or not casework.sees(r) then
    raise exception 'no such report' using errcode = 'no_data_found';
  end if;
  perform set_config('lapor.now', p_at::text, true);
  update casework.accused set kind = p_kind, unit_id = p_unit, account_id = p_account,
    resolved_at = case when r.without_identity then date_trunc('hour', p_at, 'UTC') else p_at end, resolved_by = casework.actor_account()
  where report_id = p_report and position = p_position;
  return found;
end $$;

create or replace function identity.appoint_head(p_unit text, p_account uuid, p_acting boolean, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.people_move();
  perform set_config('lapor.now', p_at::text, true);
  update identity.holder set until = greatest(p_at, since) where unit_id = p_unit and until is null and (acting or not p_acting)
    and (account_id <> p_account or acting <> p_acting);
  insert into identity.holder (unit_id, account_id, acting, since)
  select p_unit, p_account, p_acting, p_at
  where not exists (
    select from identity.holder where unit_id = p_unit and account_id = p_account and until is null and acting = p_acting)
  on conflict (unit_id, account_id, since) do update set until = null, acting = excluded.acting;
end $$;

create or replace function identity.transfer(p_account uuid, p_role text, p_agency text, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.people_move();
  perform set_config('lapor.now', p_at::text, true);
  update identity.holder set until = greatest(p_at, since) where account_id = p_account and until is null
    and unit_id not in (select casework.offices_under(p_agency));
  update identity.account set role = p_role, agency_id = p_agency where id = p_account;
end $$;

revoke execute on function casework.people_stand_still, casework.people_move, casework.move_people from public;
grant execute on function casework.people_stand_still to lapor_web, lapor_worker;
