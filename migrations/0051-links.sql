-- Which account filed a report can be read from no dump any more. Instead of the account a filing holds a link: a hash of a key that
-- belongs to the account's first, second, third … report and is derived outside the database (src/secrecy/keys). To whoever has no
-- keys it is random; once its key is destroyed nobody computes it again, and old backups lead nowhere. The account itself is sealed
-- with who filed.
alter table identity.filing
  add column account_link bytea unique check (octet_length(account_link) = 32),
  -- That there is a phone or an e-mail, for the national desk; an index would tell two reports of one mailbox, or the mailbox's account.
  add column has_phone boolean,
  add column has_email boolean;
update identity.filing set has_phone = phone_index is not null, has_email = email_index is not null where sealed is not null;
alter table identity.filing drop column email_index;
alter table identity.filing
  add check (not without_identity or (account_id is null and account_link is null and sealed is null and phone_index is null));

-- The national desk is told that there is a way to reach whoever filed an open or confidential report, never what it is: who wants
-- to know that asks for an opening. The same rule: src/secrecy/can.ts, see_masked.
create function identity.contact_kinds(p_report uuid) returns table (phone boolean, email boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(f.has_phone, false), coalesce(f.has_email, false)
  from identity.filing f join casework.report r on r.id = f.report_id
  where f.report_id = p_report and casework.actor_role() = 'verifier' and casework.sees(r)
    and not r.anonymous and not r.without_identity
$$;
revoke execute on function identity.contact_kinds from public;
grant execute on function identity.contact_kinds to lapor_web;

comment on column identity.filing.account_link is 'Which of an account''s reports this is, for whoever holds the keys; random for all others.';
comment on column identity.filing.account_id is 'Only of what was filed before there were links, until the next start. Never written again.';
comment on column identity.filing.sealed is 'JSON {name, phone, email, account, n} of who filed, sealed; n: which of the account''s reports.';

-- The number of a report that is to be erased must not be given to another: not until the worker has destroyed the key of its link,
-- and not by a process that has yet to notice. Afterwards the link is random for everybody.
alter table identity.erasure add column account_link bytea;
comment on column identity.erasure.account_link is 'The link that led to it; not to be used again.';

create function identity.links_there(p_links bytea[]) returns setof bytea language sql stable security definer set search_path = pg_catalog as $$
  select account_link from identity.filing where account_link = any (p_links)
  union all
  select account_link from identity.erasure where account_link = any (p_links) $$;
comment on function identity.links_there is 'Which of these are in use. Nobody has a link to ask for but by the keys.';

-- Which report an account opens, by the links of that account. Nothing for those of another.
drop function identity.report_by_account(text, uuid);
drop function identity.reports_of(uuid);
create function identity.report_by_links(p_tracking text, p_links bytea[]) returns uuid language sql stable security definer set search_path = pg_catalog as $$
  select r.id from casework.report r join identity.filing f on f.report_id = r.id
  where r.tracking_id = p_tracking and f.account_link = any (p_links) $$;

drop function identity.my_reports(text, int);
create function identity.my_reports(p_links bytea[], p_after text, p_limit int) returns table (
  id uuid, tracking_id text, title text, stage text, manner text, anonymous boolean, confidential boolean, agency text,
  filed_at timestamptz, due_day date, overdue boolean
) language sql stable security definer set search_path = pg_catalog as $$
  select r.id, r.tracking_id, c.title, r.stage, r.manner, r.anonymous, r.confidential, coalesce(a.short_name, a.name),
    r.filed_at, r.due_day, r.overdue_since is not null
  from identity.filing f
  join casework.report r on r.id = f.report_id
  join casework.content c on c.report_id = r.id
  left join publication.agency a on a.id = r.agency_id
  where f.account_link = any (p_links)
    and (p_after is null or (r.filed_at, r.tracking_id) < (
      select b.filed_at, b.tracking_id from casework.report b join identity.filing own on own.report_id = b.id
      where b.tracking_id = p_after and own.account_link = any (p_links)))
  order by r.filed_at desc, r.tracking_id desc
  limit p_limit
$$;
comment on function identity.my_reports is 'The reports that one account filed, by its links, newest first, after the one named.';
revoke execute on function identity.links_there, identity.report_by_links, identity.my_reports from public;
grant execute on function identity.links_there, identity.report_by_links, identity.my_reports to lapor_web;

-- As in migration 30; nothing leads from an account to the report, whether by its link or, of older rows, by itself.
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
    where report_id = p_report and (account_id is not null or account_link is not null);
    given := found;
  end if;
  insert into casework.outbox (topic, report_id, seq, at) values ('erase', p_report, r.last_seq, p_at);
  return coalesce(given, false);
end $$;

create or replace function identity.finish_erasure(p_report uuid, p_at timestamptz) returns void
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
  update identity.filing set account_id = null, account_link = null, sealed = null, phone_index = null, has_phone = null,
    has_email = null, print_salt = null, name_prints = null, contact_prints = null, name_pieces = null
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

-- A filing is recognised by its own fingerprints, also where it is the account that has a name: they are made anew, with another
-- salt, for each report, so that two do not tell that they are one person's. Those of accounts compared with nothing but this.
alter table identity.account drop column print_salt, drop column name_prints, drop column contact_prints, drop column name_pieces;

create or replace function identity.print_salts(p_report uuid) returns bytea[] language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(f.print_salt), '{}') from casework.report r
  join identity.filing f on f.report_id = r.id
  where r.id = p_report and casework.sees(r) and f.print_salt is not null $$;

create or replace function identity.try_words(
  p_report uuid, p_names bigint[], p_contacts bigint[], p_pieces bigint[], p_looks boolean, p_at timestamptz,
  p_most int, p_pause interval
) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  stops int;
  latest timestamptz;
  told boolean;
begin
  select * into r from casework.report where id = p_report;
  if not found or not casework.sees(r) or casework.actor_account() is null then
    return 'absent';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_report::text || casework.actor_account()::text, 1740));
  select count(*), max(at) into stops, latest from identity.word_stop
  where report_id = p_report and account_id = casework.actor_account() and at > p_at - interval '1 day';
  if stops >= p_most and latest > p_at - p_pause then
    return 'wait';
  end if;
  select p_looks or coalesce(bool_or(
      f.name_prints && p_names or f.contact_prints && p_contacts
      or (cardinality(f.name_pieces) > 0 and f.name_pieces <@ p_pieces)), false)
  into told from identity.filing f where f.report_id = p_report;
  if not told then
    return 'pass';
  end if;
  insert into identity.word_stop (report_id, account_id, at)
  values (p_report, casework.actor_account(), p_at);
  if stops + 1 = p_most then
    insert into casework.outbox (topic, report_id, seq, at) values ('guessing', p_report, r.last_seq, p_at);
  end if;
  return 'stopped';
end $$;

-- The worker knows whose account it is, the web process that filed does not. None for a report whose identity was erased meanwhile.
create function identity.keep_prints(p_report uuid, p_salt bytea, p_names bigint[], p_contacts bigint[], p_pieces bigint[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not casework.is_system() then
    raise exception 'only the system makes fingerprints of an account' using errcode = 'insufficient_privilege';
  end if;
  update identity.filing set print_salt = p_salt, name_prints = p_names, contact_prints = p_contacts, name_pieces = p_pieces
  where report_id = p_report and sealed is not null;
end $$;
revoke execute on function identity.keep_prints from public;
grant execute on function identity.keep_prints to lapor_worker;

-- A letter about a report says no account beside it; only, for the way in that it names, that there is one.
alter table identity.message add column to_account boolean not null default false;
comment on column identity.message.to_account is 'To a reporter who filed with an account.';
comment on column identity.message.account_id is 'Of an officer. A reporter''s is nowhere beside a report.';
update identity.message set to_account = true, account_id = null where account_id is not null and dedupe like '%reporter%';
