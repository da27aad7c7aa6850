-- What came in lies under a key of its own until it has become something, and so does the address of whoever is answered about no report
-- (src/secrecy/sealed-under.ts). Whoever has their report erased has those keys destroyed with the report's: of what led to it, and of
-- what the same number or account sent before and is settled, for an old backup knows both by one index.
create index arrival_sender on identity.arrival (sender_index) where sender_index is not null;

create function identity.arrivals_of(p_report uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select a.id from identity.arrival a where a.report_id = p_report and a.outcome is not null
  union
  select a.id from identity.arrival a where a.about = p_report and a.outcome is not null
  union
  select a.id from identity.filing f join identity.arrival a on a.sender_index in (f.phone_index, f.x_index)
  where f.report_id = p_report and a.outcome is not null and a.sealed is null
$$;
comment on function identity.arrivals_of is 'Arrivals whose keys are destroyed with this report.';
revoke execute on function identity.arrivals_of from public;
grant execute on function identity.arrivals_of to lapor_worker;
create index if not exists arrival_report on identity.arrival (report_id) where report_id is not null;

-- Whether the words go as well: all but what was public, which stays so.
create function casework.erases_words(p_what text, r casework.report) returns boolean language sql immutable set search_path = pg_catalog as $$
  select coalesce(p_what, '') = 'all' and (r.confidential or r.stage = 'withdrawn' or r.published_at is null) $$;
revoke execute on function casework.erases_words from public;
grant execute on function casework.erases_words to lapor_web, lapor_worker;

-- As in migration 82. Words go too where nobody but the desk ever read them; and the answers whose addresses nobody opens any more.
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
  erases_words := casework.erases_words(e.what, r);
  perform set_config('lapor.words', 'change hands', true);
  delete from identity.message m using identity.arrivals_of(p_report) a
  where m.report_id is null and m.account_id is null and m.dedupe = 'answer reporter ' || a;
  delete from identity.message m using identity.filing f
  where f.report_id = p_report and m.to_index in (f.phone_index, f.x_index) and m.report_id is null and m.account_id is null
    and not exists (select from identity.arrival a
      where a.id::text = split_part(m.dedupe, ' ', 3) and (a.outcome is null or a.sealed is not null));
  update identity.filing set account_id = null, account_link = null, sealed = null, phone_index = null, has_phone = null,
    has_email = null, print_salt = null, name_prints = null, contact_prints = null, name_pieces = null
  where report_id = p_report;
  delete from identity.message where report_id = p_report and account_id is null;
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
