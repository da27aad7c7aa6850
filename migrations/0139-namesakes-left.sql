-- A name is shared by many: whoever is called like one that is not settled gives way while somebody else is there to say who is meant.
-- The last is left, and the reporter reads of it, alone: else a report without anybody would wait for good.
insert into casework.move (move, from_stage, to_stage, by_role)
select 'leave_namesake', stage, stage, 'system'
from unnest(array['received', 'on_hold', 'forwarded', 'in_progress', 'answered', 'closed', 'archived', 'merged']) stage;

-- Somebody could have it, and say who is meant: a verifier, or whoever stands in.
create function casework.has_somebody(r casework.report) returns boolean language sql stable as $$
  select casework.has_verifier(r) or casework.stand_in_of(r) is not null
$$;

-- As in migration 112. Whoever shares most with what is named goes first, the Ombudsman's people last.
create or replace function casework.lock_out_alike(p_report uuid, p_words text[]) returns void language plpgsql security definer
set search_path = pg_catalog as $$
declare
  r casework.report;
  without casework.report;
  alike uuid;
  is_left boolean := false;
  moment timestamptz := coalesce(nullif(current_setting('lapor.now', true), '')::timestamptz, '-infinity');
begin
  if cardinality(p_words) = 0 then
    return;
  end if;
  select * into r from casework.report where id = p_report for update;
  for alike in
    select p.id from identity.account p
    cross join lateral (select count(*) as shared from unnest(p_words) word
      where word = any (regexp_split_to_array(lower(p.display_name), '[^[:alpha:]]+'))) named
    where (p.role = 'verifier' or (p.role = 'coordinator' and p.agency_id in ('ombudsman', 'ksp')))
      and shared > 0 and not coalesce(p.id = any (r.accused_accounts), false)
    order by shared desc, p.role <> 'verifier', p.agency_id is not distinct from 'ombudsman', p.id
  loop
    without := r;
    without.accused_accounts := array(select unnest(r.accused_accounts) union select alike order by 1);
    if casework.has_somebody(r) and not casework.has_somebody(without) then
      is_left := true;
    else
      r := without;
    end if;
  end loop;
  update casework.report set accused_accounts = r.accused_accounts
  where id = p_report and accused_accounts is distinct from r.accused_accounts;
  if not is_left or r.stage = 'withdrawn' then
    return;
  end if;
  -- What is filed only now goes around them first, as if it had lain there from the start (casework.reroute).
  set constraints casework.go_around immediate;
  set constraints casework.go_around deferred;
  update casework.report set last_seq = last_seq + 1 where id = p_report returning * into r;
  insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, audience, data)
  values (p_report, r.last_seq, greatest(r.last_at, case when r.without_identity then date_trunc('hour', moment, 'UTC') else moment end),
    'Asia/Jakarta', 'leave_namesake', r.stage, r.stage, 'system', 'reporter', '{}');
end $$;
revoke execute on function casework.has_somebody from public;
