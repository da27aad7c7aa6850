-- Who has a report, since when it is public, and until when something is owed change only with an event: not by hand, also
-- before it was published. Two things have their own record instead of an event: a newer calendar moves deadlines that run
-- (publication.calendar_change), and the end of an embargo publishes what was held back (casework.embargo).
drop trigger needs_event on casework.report;

create or replace function casework.needs_event() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (new.anonymous, new.confidential, new.merged_into, new.agency_id, new.unit_id)
      is distinct from (old.anonymous, old.confidential, old.merged_into, old.agency_id, old.unit_id)
    or new.published_at is distinct from old.published_at and not (old.published_at is null and not new.confidential
      and exists (select from casework.embargo e where e.report_id = new.id and e.ended_at is not null)
      and not exists (select from casework.embargo e where e.report_id = new.id and e.ended_at is null)) then
    raise exception 'who sees a report changes only with its event' using errcode = 'check_violation';
  end if;
  if new.clocks is distinct from old.clocks
    or (new.due_at, new.due_day, new.due_moved) is distinct from (old.due_at, old.due_day, old.due_moved)
      and not (new.calendar > old.calendar
        and exists (select from publication.calendar_change c where c.version = new.calendar)) then
    raise exception 'what is owed until when changes only with its event' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger needs_event before update on casework.report for each row
when (
  new.last_seq = old.last_seq
  and (new.anonymous, new.confidential, new.merged_into, new.agency_id, new.unit_id, new.published_at, new.clocks,
      new.due_at, new.due_day, new.due_moved)
    is distinct from (old.anonymous, old.confidential, old.merged_into, old.agency_id, old.unit_id, old.published_at, old.clocks,
      old.due_at, old.due_day, old.due_moved)
) execute function casework.needs_event();
