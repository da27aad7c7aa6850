-- Somebody with another account comes on duty who is called like one whom a report accuses by name, or as the head of an office: the same man
-- with a new address, or another who is called so. The desk says which; until then nobody but the desk has the report. The question stands in
-- a row of its own beside what was settled, which stays as it is.

-- As in migration 199.
create or replace function casework.unsettle_accused(p_report uuid, p_position int, p_words text[], p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  x casework.accused;
  asked casework.accused;
  moment timestamptz;
begin
  if not casework.is_system() then
    raise exception 'only the system asks anew who is meant' using errcode = 'insufficient_privilege';
  end if;
  perform casework.people_stand_still();
  select * into r from casework.report where id = p_report for update;
  if not found or r.stage = 'withdrawn' then
    return false;
  end if;
  select * into x from casework.accused where report_id = p_report and position = p_position;
  if not found or x.kind is null or x.kind = 'unit' then
    return false;
  end if;
  perform set_config('lapor.now', p_at::text, true);
  if x.kind = 'outside' then
    asked := x;
  else
    select * into asked from casework.accused y
    where y.report_id = p_report and y.named = x.named and (y.kind is null or y.kind = 'outside')
    order by y.kind nulls first, y.position limit 1;
  end if;
  if asked.kind is null and asked.position is not null then
    perform casework.lock_out_alike(p_report, p_words);
    return true;
  end if;
  asked.position := coalesce(asked.position, (select max(y.position) + 1 from casework.accused y where y.report_id = p_report));
  moment := greatest(r.last_at, case when r.without_identity then date_trunc('hour', p_at, 'UTC') else p_at end);
  update casework.report set last_seq = r.last_seq + 1 where id = p_report;
  insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, audience, data)
  values (p_report, r.last_seq + 1, moment, 'Asia/Jakarta', 'unsettle_accused', r.stage, r.stage, 'system', 'reporter',
    jsonb_build_object('position', asked.position));
  insert into casework.outbox (topic, report_id, seq, at) values ('event', p_report, r.last_seq + 1, moment);
  insert into casework.accused (report_id, position, named) values (p_report, asked.position, x.named)
  on conflict (report_id, position) do update set kind = null, resolved_at = null, resolved_by = null;
  perform casework.lock_out_alike(p_report, p_words);
  return true;
end $$;
comment on function casework.unsettle_accused is 'Who is meant by a name waits for the desk again. What was settled as a person or a post stays; the question stands beside it. p_words: of the name and of those it meant, in small letters; none is kept. False when nothing was settled so.';

-- The people behind a name that was settled: the account, and whoever heads the office, or did since the report was filed.
create function casework.people_behind(x casework.accused) returns uuid[] language sql stable as $$
  select array(
    select x.account_id where x.account_id is not null
    union select h.account_id from identity.holder h join casework.report r on r.id = x.report_id
      where x.kind = 'head' and h.unit_id = x.unit_id and (h.until is null or h.until > r.filed_at)
    order by 1)
$$;
revoke execute on function casework.people_behind from public;
grant execute on function casework.people_behind to lapor_web;
