-- Of a withdrawn report the public keeps ID and status only (domain, section 5): its copy does not know when it was filed, published
-- or closed, what it was merged with or how often it was opened again, so that no list, order or cursor can tell. Also where
-- copies come in bulk, past other triggers.
create function publication.only_id_and_status() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  new.filed_at := 'epoch';
  new.published_at := 'epoch';
  new.closed_at := null;
  new.merged_into := null;
  new.reopened := 0;
  return new;
end $$;
create trigger only_id_and_status before insert or update on publication.report for each row
  when (new.stage = 'withdrawn') execute function publication.only_id_and_status();
alter table publication.report enable always trigger only_id_and_status;
update publication.report set stage = stage where stage = 'withdrawn';
comment on column publication.report.published_at is 'The order of lists; of a withdrawn report the epoch.';

-- A merged report has its parent's deadlines: late before, it is late no more.
update casework.report set overdue_since = null where stage = 'merged' and overdue_since is not null;
update publication.report set overdue_since = null where stage = 'merged' and overdue_since is not null;
alter table casework.report add check (stage <> 'merged' or overdue_since is null);
alter table publication.report add check (stage <> 'merged' or overdue_since is null);
