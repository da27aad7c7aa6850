-- What is written down outside the database (src/secrecy/floor-journal.ts), so that a restored older backup lets nobody in again, is
-- more than the switches: whom a report accuses and who is locked out, that it was withdrawn, kept from publication, or erased.
-- One outbox row a report and transaction is enough: the job reads all of it, under the report's lock.
create function casework.note_once(p_report uuid, p_seq int, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if current_setting('lapor.noted', true) is distinct from p_report::text then
    perform set_config('lapor.noted', p_report::text, true);
    insert into casework.outbox (topic, report_id, seq, at) values ('floor', p_report, p_seq, p_at);
  end if;
end $$;

create or replace function casework.note_floor() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.note_once(new.id, new.last_seq, new.last_at);
  if (new.anonymous and not old.anonymous) or (new.confidential and not old.confidential) then
    update identity.message set preview = null where report_id = new.id and preview is not null and not preview ? 'hidden';
  end if;
  return null;
end $$;

create function casework.note_report() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.note_once(new.id, new.last_seq, new.last_at);
  return null;
end $$;
create trigger note_locked_out after update of accused_offices, accused_accounts, accused_desk, accused_unresolved on casework.report
  for each row when (
    (new.accused_offices, new.accused_accounts, new.accused_desk, new.accused_unresolved)
      is distinct from (old.accused_offices, old.accused_accounts, old.accused_desk, old.accused_unresolved))
  execute function casework.note_report();
create trigger note_withdrawn after update of stage on casework.report
  for each row when (new.stage = 'withdrawn' and old.stage <> 'withdrawn')
  execute function casework.note_report();

-- Beside the report's row: whom it names, its embargoes, what its reporter had erased.
create function casework.note_beside() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.note_once(r.id, r.last_seq, r.last_at) from casework.report r where r.id = new.report_id;
  return null;
end $$;
create trigger note_named after insert or update of kind, unit_id, account_id on casework.accused
  for each row execute function casework.note_beside();
create trigger note_embargo after insert or update of ended_at on casework.embargo
  for each row execute function casework.note_beside();
create trigger note_erasure after insert or update of what on identity.erasure
  for each row execute function casework.note_beside();

-- What changed before this migration.
insert into casework.outbox (topic, report_id, seq, at)
select 'floor', r.id, r.last_seq, r.last_at from casework.report r
where r.stage = 'withdrawn' or r.accused_offices is not null
  or exists (select from casework.embargo e where e.report_id = r.id and e.ended_at is null)
  or exists (select from identity.erasure x where x.report_id = r.id);

-- No words are no readable words: what was erased can become confidential when an older backup of it is restored.
create or replace function casework.is_plain(words text) returns boolean language sql immutable parallel safe as $$
  select words is not null and words <> '' and left(words, 1) <> chr(1) $$;

-- Who filed a report, and, where its words are erased, what was said, taken out of its rows. A restored backup is emptied so as well
-- (src/cli/backup/erase-again.ts). Called where words may change hands (lapor.words).
create function casework.empty_report(p_report uuid, p_words boolean) returns void language sql set search_path = pg_catalog as $$
  update casework.report set shown_name = null, point = null, idempotency = null, body_hash = null where id = p_report;
  update casework.content set reporter_name = null where report_id = p_report;
  update casework.report set place = null, named_agency = null, named_category = null, lat = null, lon = null, public_lat = null,
    public_lon = null
  where id = p_report and p_words;
  update casework.content set original_title = null, original_text = '', title = '', text = '', shown_place = null
  where report_id = p_report and p_words;
  update casework.event set text = null, words_salt = null where report_id = p_report and text is not null and p_words;
  update casework.accused set named = '' where report_id = p_report and p_words;
$$;
revoke execute on function casework.empty_report from public;

-- What is erased is no longer known by the key under which it was filed, nor by a print of what was said and by whom: either would
-- tell whoever guesses right that it was so.
create or replace function identity.finish_erasure(
  p_report uuid, p_at timestamptz
) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  e identity.erasure;
  erases_words boolean;
begin
  if not casework.is_system() then
    raise exception 'only the system erases' using errcode = 'insufficient_privilege';
  end if;
  select * into r from casework.report where id = p_report for update;
  select * into e from identity.erasure where report_id = p_report;
  if e.report_id is null then
    return;
  end if;
  erases_words := e.what = 'all' and (r.confidential or r.stage = 'withdrawn');
  perform set_config('lapor.words', 'change hands', true);
  update identity.filing set account_id = null, account_link = null, sealed = null, phone_index = null, has_phone = null,
    has_email = null, print_salt = null, name_prints = null, contact_prints = null, name_pieces = null
  where report_id = p_report;
  delete from identity.message where report_id = p_report and dedupe like '%reporter%';
  update casework.opening set sealed = null where report_id = p_report;
  perform casework.empty_report(p_report, erases_words);
  if erases_words then
    delete from casework.attachment where report_id = p_report;
    update identity.message set preview = null where report_id = p_report;
  end if;
  perform set_config('lapor.words', '', true);
  perform casework.publish(p_report);
  update identity.erasure set done_at = p_at where report_id = p_report;
end $$;

update casework.report r set idempotency = null, body_hash = null
from identity.erasure e
where e.report_id = r.id and e.done_at is not null and (r.idempotency is not null or r.body_hash is not null);

revoke execute on function casework.note_once, casework.note_floor, casework.note_report, casework.note_beside from public;
