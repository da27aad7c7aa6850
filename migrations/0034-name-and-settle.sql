-- File a report that names somebody: what the reporter picked, or wrote so that there is no doubt, is settled at once.
create function casework.file_report_about(p jsonb) returns jsonb language plpgsql security definer set search_path = pg_catalog as $$
declare
  answer jsonb := casework.file_report(p);
begin
  if answer ->> 'outcome' = 'filed' then
    update casework.accused x set kind = s.picked ->> 'kind', unit_id = s.picked ->> 'unit_id'
    from jsonb_array_elements(p -> 'accused_as') with ordinality s (picked, n)
    where x.report_id = (answer ->> 'id')::uuid and x.position = s.n and s.picked ->> 'kind' is not null;
  end if;
  return answer;
end $$;

-- The reporter names somebody later. p_accused: [{named, kind?, unit_id?}]. No more than 20 in all; answers how many were added.
create function casework.name_accused(p_report uuid, p_accused jsonb, p_at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  known int;
  added int;
begin
  if casework.actor_role() <> 'reporter' or casework.actor_report() is distinct from p_report then
    raise exception 'no such report' using errcode = 'no_data_found';
  end if;
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

-- The desk settles who is meant. It may be settled again, when it was somebody else; who was locked out before stays so.
create function casework.settle_accused(
  p_report uuid, p_position int, p_kind text, p_unit text, p_account uuid, p_at timestamptz
) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
begin
  select * into r from casework.report where id = p_report for update;
  if not found or casework.actor_role() <> 'verifier' or not casework.sees(r) then
    raise exception 'no such report' using errcode = 'no_data_found';
  end if;
  perform set_config('lapor.now', p_at::text, true);
  update casework.accused set kind = p_kind, unit_id = p_unit, account_id = p_account,
    resolved_at = case when r.without_identity then date_trunc('hour', p_at) else p_at end, resolved_by = casework.actor_account()
  where report_id = p_report and position = p_position;
  return found;
end $$;

-- Who heads an office from now on. The head before stops being it, unless the new one only acts beside them.
create function identity.appoint_head(p_unit text, p_account uuid, p_acting boolean, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform set_config('lapor.now', p_at::text, true);
  update identity.holder set until = greatest(p_at, since) where unit_id = p_unit and until is null and (acting or not p_acting)
    and (account_id <> p_account or acting <> p_acting);
  insert into identity.holder (unit_id, account_id, acting, since)
  select p_unit, p_account, p_acting, p_at
  where not exists (
    select from identity.holder where unit_id = p_unit and account_id = p_account and until is null and acting = p_acting)
  on conflict (unit_id, account_id, since) do update set until = null, acting = excluded.acting;
end $$;

-- Somebody comes to another office, or another office's desk.
create function identity.transfer(p_account uuid, p_role text, p_agency text, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform set_config('lapor.now', p_at::text, true);
  update identity.holder set until = greatest(p_at, since) where account_id = p_account and until is null
    and unit_id not in (select casework.offices_under(p_agency));
  update identity.account set role = p_role, agency_id = p_agency where id = p_account;
end $$;

revoke execute on function casework.file_report_about, casework.name_accused, casework.settle_accused, identity.appoint_head,
  identity.transfer from public;
grant execute on function casework.file_report_about, casework.name_accused, casework.settle_accused to lapor_web, lapor_worker;
