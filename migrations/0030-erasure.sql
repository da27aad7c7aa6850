-- What a reporter may have erased: who they are at any time, all of it once the report is over. The worker destroys the keys first
-- (they are not in the database), then empties what is left; old backups hold ciphertext that nobody can open any more.
create table identity.erasure (
  report_id uuid primary key references casework.report on delete cascade,
  what text not null check (what in ('identity', 'all')),
  asked_at timestamptz not null,
  done_at timestamptz
);
comment on table identity.erasure is 'What reporters asked to be erased. all: who filed it, and of a confidential or withdrawn report every word and picture.';
alter table identity.erasure enable row level security;
create policy worker on identity.erasure for select to lapor_worker using (true);
grant select on identity.erasure to lapor_worker;

alter table casework.report add column erased_at timestamptz;
comment on column casework.report.erased_at is 'Its reporter had all of it erased: nothing moves it any more.';

-- The reporter asks; from this moment nothing leads from an account to the report, and with all, no key either.
-- Answers whether p_key_hash is the only way back now.
create function identity.ask_erasure(p_report uuid, p_what text, p_key_hash bytea, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  given boolean;
begin
  select * into r from casework.report where id = p_report for update;
  if not found or casework.actor_role() <> 'reporter' or casework.actor_report() is distinct from p_report then
    raise exception 'no such report' using errcode = 'no_data_found';
  end if;
  if p_what = 'all' and r.stage not in ('closed', 'archived', 'withdrawn') then
    raise exception 'a report is erased when it is over' using errcode = 'check_violation';
  end if;
  insert into identity.erasure as known (report_id, what, asked_at) values (p_report, p_what, p_at)
  on conflict (report_id) do update set what = 'all', asked_at = excluded.asked_at, done_at = null
    where known.what = 'identity' and excluded.what = 'all';
  if p_what = 'all' then
    update casework.report set erased_at = p_at where id = p_report;
    update identity.filing set account_id = null, key_hash = null where report_id = p_report;
  else
    update identity.filing set account_id = null, key_hash = p_key_hash where report_id = p_report and account_id is not null;
    given := found;
  end if;
  insert into casework.outbox (topic, report_id, seq, at) values ('erase', p_report, r.last_seq, p_at);
  return coalesce(given, false);
end $$;
revoke execute on function identity.ask_erasure from public;
grant execute on function identity.ask_erasure to lapor_web;

-- The worker, after it has destroyed the keys: empties what the database still holds. Safe to repeat.
create function identity.finish_erasure(p_report uuid, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  e identity.erasure;
begin
  if not casework.is_system() then
    raise exception 'only the system erases' using errcode = 'insufficient_privilege';
  end if;
  select * into r from casework.report where id = p_report for update;
  select * into e from identity.erasure where report_id = p_report;
  if e.report_id is null then
    return;
  end if;
  perform set_config('lapor.words', 'change hands', true);
  update identity.filing set sealed = null, phone_index = null, email_index = null, print_salt = null, name_prints = null,
    contact_prints = null, name_pieces = null
  where report_id = p_report;
  delete from identity.message where report_id = p_report and dedupe like '%reporter%';
  update casework.opening set sealed = null where report_id = p_report;
  update casework.report set shown_name = null, point = null where id = p_report;
  update casework.content set reporter_name = null where report_id = p_report;
  if e.what = 'all' and (r.confidential or r.stage = 'withdrawn') then
    update casework.report set place = null, named_agency = null, named_category = null, lat = null, lon = null, public_lat = null,
      public_lon = null
    where id = p_report;
    update casework.content set original_title = null, original_text = '', title = '', text = '' where report_id = p_report;
    update casework.event set text = null, words_salt = null where report_id = p_report and text is not null;
    update casework.accused set named = '' where report_id = p_report;
    delete from casework.attachment where report_id = p_report;
  end if;
  perform set_config('lapor.words', '', true);
  perform casework.publish(p_report);
  update identity.erasure set done_at = p_at where report_id = p_report;
end $$;
revoke execute on function identity.finish_erasure from public;
grant execute on function identity.finish_erasure to lapor_worker;
