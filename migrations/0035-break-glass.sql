-- Break-glass: opening confidential text after routing, or who filed. One person asks with a reason, another approves,
-- it holds for fifteen minutes, and every page seen leaves a line. These rows are the ledger that the reporter reads.
create table casework.opening (
  report_id uuid not null references casework.report on delete restrict,
  n int not null check (n > 0),
  what text not null check (what in ('text', 'identity')),
  ground text not null check (ground in ('safety', 'law', 'contact', 'oversight', 'reporter')),
  reason text not null check (length(reason) <= 2000 and cardinality(regexp_split_to_array(btrim(reason), '\s+')) >= 3),
  asked_by uuid not null references identity.account on delete restrict,
  asked_role text not null check (asked_role in ('verifier', 'supervisor')),
  asked_office text references publication.agency on delete restrict,
  asked_at timestamptz not null,
  decision text check (decision in ('approved', 'refused')),
  decided_by uuid references identity.account on delete restrict,
  decided_role text check (decided_role in ('verifier', 'supervisor')),
  decided_office text references publication.agency on delete restrict,
  decided_at timestamptz,
  ends_at timestamptz,
  public_key bytea check (octet_length(public_key) = 32),
  sealed bytea,
  primary key (report_id, n),
  check (decided_by <> asked_by),
  check ((decision is null) = (decided_by is null)),
  check ((decision is null) = (decided_role is null)),
  check ((decision is null) = (decided_at is null)),
  check ((decision is not distinct from 'approved') = (ends_at is not null)),
  check (ends_at = decided_at + interval '15 minutes'),
  check (decided_at >= asked_at and decided_at < asked_at + interval '24 hours'),
  check (public_key is null or (what = 'identity' and decision is not distinct from 'approved')),
  check (sealed is null or public_key is not null)
);
comment on table casework.opening is 'Who asked to open what of a report, why, who decided, until when. A request that nobody decides lapses after 24 hours.';
comment on column casework.opening.what is 'text: words, pictures, thread and notes of a confidential report; identity: name, phone and e-mail of who filed.';
comment on column casework.opening.public_key is 'Half of a pair whose other half only the viewer''s browser holds; blanked when the opening ends.';
comment on column casework.opening.sealed is 'JSON {name, phone, email}, sealed by the worker for public_key; blanked when the opening ends.';
create index opening_undecided on casework.opening (asked_at) where decision is null;
create index opening_sealed on casework.opening (ends_at) where public_key is not null;

create table casework.look (
  id bigint generated always as identity primary key,
  report_id uuid not null,
  n int not null,
  account_id uuid not null references identity.account on delete restrict,
  page text not null check (page in ('page', 'picture', 'api', 'identity')),
  at timestamptz not null,
  tx xid8 not null,
  foreign key (report_id, n) references casework.opening on delete restrict
);
comment on table casework.look is 'One row is one page seen through an opening. Row-level security shows what an opening opens only in the transaction that wrote the row.';
comment on column casework.look.tx is 'The transaction that wrote it.';
create index look_of_opening on casework.look (report_id, n);

-- The account that is asking, when it is of a kind that may open or approve, now.
create function casework.opener() returns identity.account language sql stable security definer set search_path = pg_catalog as $$
  select a from identity.account a
  where a.id = casework.actor_account() and a.role = casework.actor_role() and a.role in ('verifier', 'supervisor')
    and a.disabled_at is null
$$;

-- Only a decision and the box of an approved opening are ever written over; both people must be who they say.
create function casework.guard_opening() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  before casework.opening;
begin
  if tg_op in ('DELETE', 'TRUNCATE') then
    raise exception 'the ledger is only ever added to' using errcode = 'check_violation';
  end if;
  if tg_op = 'INSERT' then
    if new.decision is not null or new.public_key is not null then
      raise exception 'an opening begins as a request' using errcode = 'check_violation';
    end if;
    perform from identity.account a where a.id = new.asked_by and a.role = new.asked_role and a.disabled_at is null;
  else
    before := old;
    before.public_key := new.public_key;
    before.sealed := new.sealed;
    if old.decision is null then
      before.decision := new.decision;
      before.decided_by := new.decided_by;
      before.decided_role := new.decided_role;
      before.decided_office := new.decided_office;
      before.decided_at := new.decided_at;
      before.ends_at := new.ends_at;
    end if;
    if new is distinct from before then
      raise exception 'the ledger is only ever added to' using errcode = 'check_violation';
    end if;
    if old.decision is not null or new.decision is null then
      return new;
    end if;
    perform from identity.account a where a.id = new.decided_by and a.role = new.decided_role and a.disabled_at is null;
  end if;
  if not found then
    raise exception 'only a verifier or a supervisor asks and decides' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard before insert or update or delete on casework.opening for each row execute function casework.guard_opening();
create trigger guard_all before truncate on casework.opening for each statement execute function casework.guard_opening();
create function casework.keep_look() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is only ever added to' using errcode = 'check_violation';
end $$;
create trigger append_only before update or delete on casework.look for each row execute function casework.keep_look();
create trigger append_only_all before truncate on casework.look for each statement execute function casework.keep_look();

-- Ask for an opening. The same request twice is one. Returns its number; null when there is no such report for this person,
-- or nothing that could be opened.
create function casework.ask_opening(p_report uuid, p_what text, p_ground text, p_reason text, p_at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  me identity.account := casework.opener();
  known int;
begin
  select * into r from casework.report where id = p_report for update;
  if not found or me.id is null or not casework.sees(r) or (p_what = 'identity' and r.without_identity) then
    return null;
  end if;
  select n into known from casework.opening
  where report_id = p_report and what = p_what and asked_by = me.id
    and (ends_at > p_at or (decision is null and asked_at > p_at - interval '24 hours'));
  if found then
    return known;
  end if;
  select coalesce(max(n), 0) + 1 into known from casework.opening where report_id = p_report;
  insert into casework.opening (report_id, n, what, ground, reason, asked_by, asked_role, asked_office, asked_at)
  values (p_report, known, p_what, p_ground, p_reason, me.id, me.role, me.agency_id, p_at);
  insert into casework.outbox (topic, report_id, seq, at) values ('opening', p_report, known, p_at);
  return known;
end $$;

-- Decide on somebody else's request. Answers done | absent | own | over.
create function casework.decide_opening(p_report uuid, p_n int, p_decision text, p_at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  o casework.opening;
  me identity.account := casework.opener();
begin
  select * into r from casework.report where id = p_report for update;
  select * into o from casework.opening where report_id = p_report and n = p_n for update;
  if not found or me.id is null or not casework.sees(r) then
    return 'absent';
  end if;
  if o.asked_by = me.id then
    return 'own';
  end if;
  if o.decision is not null or o.asked_at <= p_at - interval '24 hours' then
    return 'over';
  end if;
  update casework.opening set decision = p_decision, decided_by = me.id, decided_role = me.role, decided_office = me.agency_id,
    decided_at = p_at, ends_at = case when p_decision = 'approved' then p_at + interval '15 minutes' end
  where report_id = p_report and n = p_n;
  insert into casework.outbox (topic, report_id, seq, at) values ('opening', p_report, p_n, p_at);
  return 'done';
end $$;

-- Look through one's own opening while it holds: writes the line, and only then is there something to see, in this transaction.
create function casework.look_through(p_report uuid, p_what text, p_page text, p_at timestamptz)
returns table (n int, ends_at timestamptz, sealed bytea) language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  o casework.opening;
  line bigint;
begin
  select * into o from casework.opening c
  where c.report_id = p_report and c.what = p_what and c.asked_by = casework.actor_account()
    and c.decided_at <= p_at and c.ends_at > p_at
  order by c.ends_at desc limit 1;
  if not found then
    return;
  end if;
  select * into r from casework.report where id = p_report;
  if (casework.opener()).id is null or not casework.sees(r) then
    return;
  end if;
  insert into casework.look (report_id, n, account_id, page, at, tx)
  values (o.report_id, o.n, o.asked_by, p_page, p_at, pg_current_xact_id()) returning id into line;
  perform set_config('lapor.look', line::text, true);
  return query select o.n, o.ends_at, o.sealed;
end $$;

-- Give the public half of a pair: the worker seals the identity for it, and nobody without the other half can read it.
create function casework.await_identity(p_report uuid, p_n int, p_public_key bytea, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
begin
  select * into r from casework.report where id = p_report;
  if (casework.opener()).id is null or not casework.sees(r) then
    return false;
  end if;
  update casework.opening set public_key = p_public_key, sealed = null
  where report_id = p_report and n = p_n and what = 'identity' and asked_by = casework.actor_account()
    and decided_at <= p_at and ends_at > p_at;
  if not found then
    return false;
  end if;
  insert into casework.outbox (topic, report_id, seq, at) values ('opening', p_report, p_n, p_at);
  return true;
end $$;

-- Whether the worker has sealed what this person waits for: asked without a look.
create function casework.identity_is_sealed(p_report uuid, p_n int) returns boolean language sql stable security definer
set search_path = pg_catalog as $$
  select exists (select from casework.opening
    where report_id = p_report and n = p_n and asked_by = casework.actor_account() and sealed is not null)
$$;

-- Whether this transaction has written down that it looks at this report's words.
create function casework.looks_at(p_report uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from casework.look k join casework.opening o on o.report_id = k.report_id and o.n = k.n
    where k.id = nullif(current_setting('lapor.look', true), '')::bigint and k.tx = pg_current_xact_id_if_assigned()
      and k.report_id = p_report and k.account_id = casework.actor_account() and o.what = 'text')
$$;

alter table casework.opening enable row level security;
alter table casework.look enable row level security;
create policy ledger on casework.opening for select to lapor_web using (
  casework.actor_role() in ('reporter', 'verifier', 'supervisor')
  and exists (select from casework.report r where r.id = report_id and casework.sees(r)));
create policy ledger on casework.look for select to lapor_web using (
  casework.actor_role() in ('reporter', 'verifier', 'supervisor')
  and exists (select from casework.report r where r.id = report_id and casework.sees(r)));
create policy worker on casework.opening to lapor_worker using (true) with check (true);
create policy worker on casework.look for select to lapor_worker using (true);
grant select (report_id, n, what, ground, reason, asked_by, asked_role, asked_office, asked_at, decision, decided_by, decided_role,
  decided_office, decided_at, ends_at) on casework.opening to lapor_web;
grant select (report_id, n, page, at) on casework.look to lapor_web;
grant select, update (public_key, sealed) on casework.opening to lapor_worker;
grant select on casework.look to lapor_worker;

revoke execute on function casework.opener, casework.guard_opening, casework.keep_look, casework.ask_opening,
  casework.decide_opening, casework.look_through, casework.await_identity, casework.identity_is_sealed, casework.looks_at
  from public;
grant execute on function casework.opener, casework.ask_opening, casework.decide_opening, casework.look_through,
  casework.await_identity, casework.identity_is_sealed, casework.looks_at to lapor_web, lapor_worker;
