-- Who sees a report changes only with an event that says so, which also brings the public copy along: not by hand.
create function casework.needs_event() returns trigger language plpgsql as $$
begin
  raise exception 'who sees a report changes only with its event' using errcode = 'check_violation';
end $$;
create trigger needs_event before update on casework.report for each row
when (
  new.last_seq = old.last_seq
  and (
    (new.anonymous, new.confidential, new.merged_into) is distinct from (old.anonymous, old.confidential, old.merged_into)
    or (old.published_at is not null and new.published_at is distinct from old.published_at)
    or (old.agency_id is not null and (new.agency_id, new.unit_id) is distinct from (old.agency_id, old.unit_id))
  )
) execute function casework.needs_event();
