-- A door that closed because it was not settled whom the report accuses, or because that was somebody there, opens again when it may: the
-- report remembers it (meant_for), as one that an office had always did. Of a confidential report the name of the office is not
-- written out: who filed it keeps it sealed among its words (src/intake/file-report.ts).

-- As in migration 111.
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
      -- Where its reporter sent it, however long that door was closed.
      n.own_door_id := case when r.own_door_id in ('ombudsman', 'ksp') then coalesce(r.meant_for, r.own_door_id)
        else coalesce(r.own_door_id, r.meant_for) end;
      n.meant_for := null;
      if n.own_door_id is not null and (r.accused_unresolved or not casework.may_handle(r, n.own_door_id)) then
        n.meant_for := n.own_door_id;
        if not r.confidential then
          n.named_agency := coalesce(r.named_agency, (select a.name from publication.agency a where a.id = n.own_door_id));
        end if;
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

-- As in migration 111; a closed door is looked at as well.
create or replace function casework.people_moved(p_account uuid, p_offices text[]) returns void language sql security definer
set search_path = pg_catalog as $$
  select casework.reroute(r.id) from casework.report r
  where (r.accused_accounts <> '{}' and r.accused_accounts @> array[p_account])
    or ((r.accused_offices is not null or r.meant_for is not null) and (r.agency_id = any (p_offices) or r.unit_id = any (p_offices)))
    or (r.accused_offices is not null and r.stage in ('received', 'on_hold', 'forwarded', 'in_progress', 'answered') and (
      (r.agency_id is not null and not casework.is_attended(r, coalesce(r.unit_id, r.agency_id)))
      or ((r.agency_id is null or r.accused_unresolved) and casework.desk_is_out(r) is distinct from r.accused_desk)
      or (r.agency_id is null and r.accused_desk and (r.own_door_id is null or not casework.is_attended(r, r.own_door_id)))
      or (r.agency_id is null and not r.accused_desk and r.own_door_id is not null and not casework.may_handle(r, r.own_door_id))
      or (r.agency_id is null and not r.accused_desk and not r.accused_unresolved and r.own_door_id is null and r.meant_for is not null
        and casework.may_handle(r, r.meant_for))))
$$;

-- Doors that were lost, known by the name that was written instead of them.
update casework.report r set meant_for = a.root_id
from publication.agency a
where a.name = r.named_agency and r.agency_id is null and r.own_door_id is null and r.meant_for is null
  and r.accused_offices is not null and r.stage <> 'withdrawn';
select casework.reroute(id) from casework.report where accused_offices is not null and agency_id is null and meant_for is not null and stage <> 'withdrawn';
