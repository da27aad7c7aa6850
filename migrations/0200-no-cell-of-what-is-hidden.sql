-- Of a report that nobody outside may know of there is no point for the public: a dump told its cell, though nobody could read it. It is
-- made again from the sealed point when its reporter shows it. Nor does it hold the name of any office in the clear (migration 198).
update casework.report set public_lat = null, public_lon = null where confidential and public_lat is not null;
alter table casework.report add constraint hidden_has_no_public_point check (not confidential or public_lat is null);
comment on column casework.report.public_lat is 'The point as the public may see it: exact, or a cell of at least 500 m for anonymous reports; none of a confidential one.';

update casework.report set named_agency = null where confidential and casework.is_plain(named_agency);

-- As in migration 54; no name of an office is excepted any more.
create or replace function casework.guard_report_words() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if coalesce(current_setting('lapor.words', true), '') <> 'change hands' and (casework.is_plain(new.place)
    or casework.is_plain(new.named_category) or casework.is_plain(new.named_agency)) then
    raise exception 'words of a confidential report are sealed before they are kept' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and not old.confidential and (
    exists (select from casework.content c where c.report_id = new.id and (
      casework.is_plain(c.original_text || c.text || c.title) or casework.is_plain(c.shown_place)))
    or exists (select from casework.event e where e.report_id = new.id and casework.is_plain(e.text))
    or exists (select from casework.accused a where a.report_id = new.id and casework.is_plain(a.named))) then
    raise exception 'a report becomes confidential with its words sealed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
