-- A long SMS begins with the keyword of an office, and its first part may come after the others have become a report: then the report is at
-- that office's door from there on, with the note that says so, as if it had come in order. Not where an office has had it, and not while
-- the office may be among the accused: then it is remembered (meant_for), and casework.reroute opens the door when it may (0198).
create function casework.name_door(p_report uuid, p_office text) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  may_have boolean;
begin
  if not casework.is_system() then
    raise exception 'only the system names a door' using errcode = 'insufficient_privilege';
  end if;
  perform casework.people_stand_still();
  select * into r from casework.report where id = p_report for update;
  if not found or r.stage not in ('received', 'on_hold') or r.agency_id is not null or r.own_door_id is not null
    or r.meant_for is not null or r.returned_by <> '{}' then
    return;
  end if;
  may_have := not coalesce(r.accused_unresolved, false) and casework.may_handle(r, p_office);
  update casework.report set own_door_id = case when may_have then p_office end, meant_for = case when not may_have then p_office end
  where id = p_report;
end $$;
revoke execute on function casework.name_door from public;
grant execute on function casework.name_door to lapor_worker;
