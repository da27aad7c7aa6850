-- Whoever has who they are erased gets a new key where an account or a link led to the report, and it is shown once. A form sent twice, or
-- again after the connection broke, must find the same: it brings the same key, and what it asked for is known by that key's hash.
alter table identity.erasure add column key_hash bytea check (octet_length(key_hash) = 32);
comment on column identity.erasure.key_hash is 'Of the key that the request would have given, whether it did or not; nobody can guess it.';

-- As in migration 103, and that hash.
create or replace function identity.ask_erasure(p_report uuid, p_what text, p_key_hash bytea, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  f identity.filing;
  given boolean;
begin
  select * into r from casework.report where id = p_report for update;
  if not found or casework.actor_role() <> 'reporter' or casework.actor_report() is distinct from p_report then
    raise exception 'no such report' using errcode = 'no_data_found';
  end if;
  if p_what = 'all' and r.stage not in ('closed', 'archived', 'withdrawn') then
    raise exception 'a report is erased when it is over' using errcode = 'check_violation';
  end if;
  select * into f from identity.filing where report_id = p_report;
  insert into identity.erasure as known (report_id, what, asked_at, account_link, key_hash)
  values (p_report, p_what, p_at, f.account_link, p_key_hash)
  on conflict (report_id) do update set what = 'all', asked_at = excluded.asked_at, done_at = null, key_hash = excluded.key_hash
    where known.what = 'identity' and excluded.what = 'all';
  if p_what = 'all' then
    update casework.report set erased_at = p_at where id = p_report;
    update identity.filing set account_id = null, account_link = null, key_hash = null where report_id = p_report;
  else
    update identity.filing set account_id = null, account_link = null, key_hash = p_key_hash
    where report_id = p_report and (account_id is not null or account_link is not null
      or exists (select from identity.page_link l where l.report_id = p_report and l.key_hash is not null));
    given := found;
  end if;
  delete from identity.page_link where report_id = p_report;
  insert into casework.outbox (topic, report_id, seq, at) values ('erase', p_report, r.last_seq, p_at);
  return coalesce(given, false);
end $$;

-- What the request that brought this key asked for since then; `opens`: whether the key was given.
create function identity.asked_erasure(p_tracking text, p_key_hash bytea, p_since timestamptz) returns table (what text, opens boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select e.what, coalesce(f.key_hash = p_key_hash, false)
  from casework.report r join identity.erasure e on e.report_id = r.id join identity.filing f on f.report_id = r.id
  where r.tracking_id = p_tracking and e.key_hash = p_key_hash and e.asked_at > p_since
$$;
revoke execute on function identity.asked_erasure from public;
grant execute on function identity.asked_erasure to lapor_web;
