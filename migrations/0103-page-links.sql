-- A phone hears no word of a report that hides something. Whoever filed it from that phone and asks with CEK gets a link that opens its
-- page once, within a day; the page is then worked with by a key that is lent for two hours.
create table identity.page_link (
  hash bytea primary key check (octet_length(hash) = 32),
  report_id uuid not null references casework.report on delete cascade,
  key_hash bytea unique check (octet_length(key_hash) = 32),
  ends_at timestamptz not null
);
comment on table identity.page_link is 'Links that open the page of a report once, and the keys that they lent; gone when they end.';
comment on column identity.page_link.hash is 'Of what stands in the link, which is kept nowhere.';
comment on column identity.page_link.key_hash is 'Of the key that it lent when it was opened.';
create index page_link_report on identity.page_link (report_id);
create index page_link_ends on identity.page_link (ends_at);
alter table identity.page_link enable row level security;
create policy worker on identity.page_link to lapor_worker using (true) with check (true);
grant select, insert, delete on identity.page_link to lapor_worker;

-- Opens it, once, as long as a phone still belongs to the report, and lends a key.
create function identity.open_page_link(p_hash bytea, p_key_hash bytea, p_at timestamptz) returns uuid
language sql security definer set search_path = pg_catalog as $$
  update identity.page_link l set key_hash = p_key_hash, ends_at = p_at + interval '2 hours'
  where l.hash = p_hash and l.key_hash is null and l.ends_at > p_at
    and exists (select from identity.filing f where f.report_id = l.report_id and f.phone_index is not null)
  returning l.report_id
$$;
revoke execute on function identity.open_page_link from public;
grant execute on function identity.open_page_link to lapor_web;

-- As in migration 57, and by a key that is lent.
create or replace function identity.report_by_key(p_tracking text, p_key_hash bytea) returns uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  filed uuid;
begin
  select f.report_id into filed from identity.filing f where f.key_hash = p_key_hash;
  if filed is null then
    select l.report_id into filed from identity.page_link l where l.key_hash = p_key_hash;
  end if;
  if filed is null then
    return null;
  end if;
  return (select r.id from casework.report r where r.id = filed and r.tracking_id = p_tracking);
end $$;

-- As in migration 51; whoever came by a link has no key that lasts, and gets one when their phone is forgotten.
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
  insert into identity.erasure as known (report_id, what, asked_at, account_link) values (p_report, p_what, p_at, f.account_link)
  on conflict (report_id) do update set what = 'all', asked_at = excluded.asked_at, done_at = null
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
