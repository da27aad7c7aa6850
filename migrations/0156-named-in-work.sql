-- A report may name somebody while an office has it. Who that is says the desk: so it hears of it, and finds the report among what waits.

insert into casework.move (move, from_stage, to_stage, by_role)
select 'accuse', stage, stage, 'reporter'
from unnest(array['received', 'on_hold', 'forwarded', 'in_progress', 'answered', 'closed', 'archived', 'merged']) stage;

-- As in migration 112. That somebody was named is an event for its reporter alone, before what follows from it.
create or replace function casework.name_accused(p_report uuid, p_accused jsonb, p_at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  named_at timestamptz;
  known int;
  added int;
begin
  if casework.actor_role() <> 'reporter' or casework.actor_report() is distinct from p_report then
    raise exception 'no such report' using errcode = 'no_data_found';
  end if;
  perform casework.people_stand_still();
  select * into r from casework.report where id = p_report for update;
  perform set_config('lapor.now', p_at::text, true);
  select coalesce(max(position), 0) into known from casework.accused where report_id = p_report;
  if r.stage <> 'withdrawn' and known < 20 and jsonb_array_length(p_accused) > 0 then
    named_at := greatest(r.last_at, case when r.without_identity then date_trunc('hour', p_at, 'UTC') else p_at end);
    update casework.report set last_seq = r.last_seq + 1 where id = p_report;
    insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, audience, data)
    values (p_report, r.last_seq + 1, named_at, 'Asia/Jakarta', 'accuse', r.stage, r.stage, 'reporter', 'reporter', '{}');
    insert into casework.outbox (topic, report_id, seq, at) values ('event', p_report, r.last_seq + 1, named_at);
  end if;
  insert into casework.accused (report_id, position, named, kind, unit_id)
  select p_report, known + n, one ->> 'named', one ->> 'kind', one ->> 'unit_id'
  from jsonb_array_elements(p_accused) with ordinality a (one, n)
  where known + n <= 20;
  get diagnostics added = row_count;
  perform casework.lock_out_alike(p_report, casework.words_in(p_accused));
  return added;
end $$;

-- What waits for the desk, the nearest deadline first, word for word as in src/desk/shelves.ts (migration 12 before).
drop index casework.report_waiting;
create index report_waiting on casework.report (due_at, tracking_id)
  where stage = 'received' or (stage = 'on_hold' and resume_stage = 'received')
    or (accused_unresolved and stage in ('on_hold', 'forwarded', 'in_progress', 'answered'));
create index report_unsettled on casework.report (last_at desc, tracking_id desc) where accused_unresolved and stage <> 'withdrawn';
