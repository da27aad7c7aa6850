-- By which a reporter is recognised in an officer's words, although nobody here can read who they are.
alter table identity.filing
  add column print_salt bytea,
  add column name_prints bigint[],
  add column contact_prints bigint[],
  add column name_pieces bigint[],
  add check (not without_identity or print_salt is null);
alter table identity.account
  add column print_salt bytea,
  add column name_prints bigint[],
  add column contact_prints bigint[],
  add column name_pieces bigint[];
comment on column identity.filing.name_prints is 'Keyed hashes of the parts of the reporter''s name, among random numbers; the key is never in the database.';
comment on column identity.filing.contact_prints is 'The same of phone number and e-mail address.';
comment on column identity.filing.name_pieces is 'The same of pieces of the whole name: only all of them together tell it.';

-- Words of an office that were stopped. Never the words themselves.
create table identity.word_stop (
  id bigint generated always as identity primary key,
  report_id uuid not null references casework.report on delete cascade,
  account_id uuid not null,
  at timestamptz not null
);
create index on identity.word_stop (report_id, account_id, at);
comment on table identity.word_stop is 'When words of which officer about which report were held back; limits guessing.';
alter table identity.word_stop enable row level security;

-- With which salts the words of an answer are to be hashed: those of the report and of its reporter's account.
create function identity.print_salts(p_report uuid) returns bytea[] language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(s.salt), '{}') from casework.report r
  join identity.filing f on f.report_id = r.id
  left join identity.account a on a.id = f.account_id
  cross join lateral (values (f.print_salt), (a.print_salt)) s (salt)
  where r.id = p_report and casework.sees(r) and s.salt is not null $$;

-- May these words leave? One answer for a guess that is right and for words that merely look like a person: 'stopped'. Each is
-- counted before it is told; after p_most in a day there is a pause of p_pause from the last: 'wait', whatever the words.
create function identity.try_words(
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
      x.name_prints && p_names or x.contact_prints && p_contacts
      or (cardinality(x.name_pieces) > 0 and x.name_pieces <@ p_pieces)), false)
  into told from (
    select f.name_prints, f.contact_prints, f.name_pieces from identity.filing f where f.report_id = p_report
    union all
    select a.name_prints, a.contact_prints, a.name_pieces from identity.filing f
    join identity.account a on a.id = f.account_id where f.report_id = p_report) x;
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

revoke execute on function identity.print_salts, identity.try_words from public;
grant execute on function identity.print_salts, identity.try_words to lapor_web;
