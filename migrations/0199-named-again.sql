-- Somebody who bears a name that was settled as nobody's here comes on duty: whom it means is settled anew. Until then nobody but the desk
-- has the report, and whoever there bears the name gives way, as when it is named for the first time.
insert into casework.move (move, from_stage, to_stage, by_role)
select 'unsettle_accused', stage, stage, 'system'
from unnest(array['received', 'on_hold', 'forwarded', 'in_progress', 'answered', 'closed', 'archived', 'merged']) stage;

create function casework.unsettle_accused(p_report uuid, p_position int, p_words text[], p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  moment timestamptz;
begin
  if not casework.is_system() then
    raise exception 'only the system asks anew who is meant' using errcode = 'insufficient_privilege';
  end if;
  perform casework.people_stand_still();
  select * into r from casework.report where id = p_report for update;
  if not found or r.stage = 'withdrawn'
    or not exists (select from casework.accused where report_id = p_report and position = p_position and kind = 'outside') then
    return false;
  end if;
  perform set_config('lapor.now', p_at::text, true);
  moment := greatest(r.last_at, case when r.without_identity then date_trunc('hour', p_at, 'UTC') else p_at end);
  update casework.report set last_seq = r.last_seq + 1 where id = p_report;
  insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, audience, data)
  values (p_report, r.last_seq + 1, moment, 'Asia/Jakarta', 'unsettle_accused', r.stage, r.stage, 'system', 'reporter',
    jsonb_build_object('position', p_position));
  insert into casework.outbox (topic, report_id, seq, at) values ('event', p_report, r.last_seq + 1, moment);
  update casework.accused set kind = null, resolved_at = null, resolved_by = null where report_id = p_report and position = p_position;
  perform casework.lock_out_alike(p_report, p_words);
  return true;
end $$;
comment on function casework.unsettle_accused is 'A name that was settled as outside waits for the desk again. p_words: of the name, in small letters; none is kept. False when nothing was settled so.';
revoke execute on function casework.unsettle_accused from public;
grant execute on function casework.unsettle_accused to lapor_worker;

create function identity.rename(p_account uuid, p_name text) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.people_move();
  update identity.account set display_name = p_name where id = p_account and role <> 'citizen';
end $$;
revoke execute on function identity.rename from public;
