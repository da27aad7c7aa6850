-- How each name was settled stands in the report's chain, for its reporter alone: an office that handles it does not learn whom it names.
-- The day on which it last moved stays: of a public report everybody reads that, the accused as well.
insert into casework.move (move, from_stage, to_stage, by_role)
select 'settle_accused', stage, stage, role
from unnest(array['received', 'on_hold', 'forwarded', 'in_progress', 'answered', 'closed', 'archived', 'merged']) stage,
  unnest(array['verifier', 'coordinator']) role;

alter table casework.event drop constraint event_audience_check,
  add constraint event_audience_check check (audience in ('public', 'line', 'parties', 'office', 'reporter'));
comment on column casework.event.audience is 'public: all of it; line: the public sees that it happened, not the words; parties: reporter and office; office: the office alone; reporter: the reporter alone.';
create policy for_the_reporter on casework.event as restrictive for select to lapor_web
  using (audience <> 'reporter' or casework.actor_role() = 'reporter');

-- As in migration 84; by whoever stands in for the desk as well.
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

-- Whoever could settle a name and is called like it does not: somebody else says who is meant. p_words: of what is named and not settled,
-- in small letters; none of them is kept. For good, as for everybody else it may be about.
create function casework.lock_out_alike(p_report uuid, p_words text[]) returns void language sql security definer set search_path = pg_catalog as $$
  update casework.report r set accused_accounts = array(select unnest(r.accused_accounts) union select unnest(alike.ids) order by 1)
  from (
    select array_agg(p.id) as ids from identity.account p
    where (p.role = 'verifier' or (p.role = 'coordinator' and p.agency_id in ('ombudsman', 'ksp')))
      and regexp_split_to_array(lower(p.display_name), '[^[:alpha:]]+') && p_words
  ) alike
  where r.id = p_report and alike.ids is not null
$$;

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
    perform casework.lock_out_alike((answer ->> 'id')::uuid, casework.words_in(p -> 'accused_as'));
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
  perform casework.lock_out_alike(p_report, casework.words_in(p_accused));
  return added;
end $$;

create function casework.words_in(p_accused jsonb) returns text[] language sql immutable set search_path = pg_catalog as $$
  select array(select jsonb_array_elements_text(one -> 'words') from jsonb_array_elements(p_accused) one where one ? 'words')
$$;

revoke execute on function casework.lock_out_alike, casework.words_in from public;
