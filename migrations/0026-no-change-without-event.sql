-- Who sees a report changes only with an event that says so, which also brings the public copy along: not by hand.
create function casework.needs_event() returns trigger language plpgsql as $$
begin
  raise exception 'who sees a report changes only with its event' using errcode = 'check_violation';
end $$;
create trigger needs_event before update on casework.report for each row
when (
  (new.anonymous, new.confidential, new.published_at, new.agency_id, new.unit_id, new.own_door_id, new.merged_into)
    is distinct from
  (old.anonymous, old.confidential, old.published_at, old.agency_id, old.unit_id, old.own_door_id, old.merged_into)
  and new.last_seq = old.last_seq
) execute function casework.needs_event();
