-- What stops being public stops being counted within a minute, like everything else that was public of it: the pace of offices, reckoned
-- once an hour, is reckoned again at the next sweep. A mark for each copy that went, for a sweep that has begun may have counted it:
-- only the marks that it saw beforehand are settled by it.
create table casework.pace_stale (id bigint generated always as identity primary key);
comment on table casework.pace_stale is 'Public copies that have gone since pace was reckoned: how many, not which and not when.';
alter table casework.pace_stale enable row level security;
create policy worker on casework.pace_stale to lapor_worker using (true) with check (true);
grant select, delete on casework.pace_stale to lapor_worker;

create function publication.note_gone() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into casework.pace_stale default values;
  return null;
end $$;
revoke execute on function publication.note_gone from public;
create trigger note_gone after delete on publication.report
  for each row when (old.answered_at is not null or old.due_at is not null) execute function publication.note_gone();
create trigger note_withdrawn after update of stage on publication.report
  for each row when (new.stage = 'withdrawn' and old.stage <> 'withdrawn') execute function publication.note_gone();
