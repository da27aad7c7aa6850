-- The ledger of openings is a hash chain of its own: one over all reports, because openings are rare. Every request, decision and
-- look adds a line when its transaction commits; the daily head covers the last. What a line says of reports that were opened
-- is in the ledger anyway; of people and reasons it holds hashes alone.
alter table casework.opening add column reason_hash bytea check (length(reason_hash) = 32);
comment on column casework.opening.reason_hash is 'SHA-256 over salt and reason; the salt is sealed with it. Null in rows older than migration 45.';

create table casework.ledger_line (
  line bigint primary key check (line > 0),
  kind text not null check (kind in ('asked', 'decided', 'looked')),
  report_id uuid not null,
  n int not null,
  look_id bigint,
  facts bytea not null check (length(facts) = 32),
  report_before uuid,
  prev_hash bytea not null,
  hash bytea not null check (length(hash) = 32),
  unique nulls not distinct (kind, report_id, n, look_id),
  check ((kind = 'looked') = (look_id is not null)),
  check ((line = 1) = (report_before is null))
);
comment on table casework.ledger_line is 'The ledger of openings as a chain: 1, 2, 3 … without a gap. No reference: what is deleted must be missed here.';
comment on column casework.ledger_line.facts is 'SHA-256 of what was recorded: everything of the row but its reason, of which the salted commitment.';
comment on column casework.ledger_line.report_before is 'The report of the line before, so that a line taken out leaves its name behind.';

create function casework.facts_asked(o casework.opening) returns bytea language sql stable parallel safe as $$
  select sha256(convert_to(jsonb_build_array('asked', o.report_id, o.n, o.what, o.ground, encode(o.reason_hash, 'hex'), o.asked_by,
    o.asked_role, o.asked_office, (extract(epoch from o.asked_at) * 1000000)::bigint)::text, 'UTF8')) $$;
create function casework.facts_decided(o casework.opening) returns bytea language sql stable parallel safe as $$
  select sha256(convert_to(jsonb_build_array('decided', o.report_id, o.n, o.decision, o.decided_by, o.decided_role, o.decided_office,
    (extract(epoch from o.decided_at) * 1000000)::bigint, (extract(epoch from o.ends_at) * 1000000)::bigint)::text, 'UTF8')) $$;
create function casework.facts_looked(k casework.look) returns bytea language sql stable parallel safe as $$
  select sha256(convert_to(jsonb_build_array('looked', k.report_id, k.n, k.id, k.account_id, k.page,
    (extract(epoch from k.at) * 1000000)::bigint)::text, 'UTF8')) $$;

-- One at a time: whoever commits second waits until the first has.
create function casework.add_ledger_line(p_kind text, p_report uuid, p_n int, p_look bigint, p_facts bytea) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  before casework.ledger_line;
  l casework.ledger_line;
begin
  perform pg_advisory_xact_lock(1746);
  select * into before from casework.ledger_line order by line desc limit 1;
  l := row(coalesce(before.line, 0) + 1, p_kind, p_report, p_n, p_look, p_facts, before.report_id, coalesce(before.hash, '\x'), null);
  l.hash := sha256(l.prev_hash || convert_to(jsonb_build_array(
    l.line, l.kind, l.report_id, l.n, l.look_id, encode(l.facts, 'hex'), l.report_before)::text, 'UTF8'));
  insert into casework.ledger_line select l.*;
end $$;

create function casework.record_asked() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.add_ledger_line('asked', new.report_id, new.n, null, casework.facts_asked(new));
  return null;
end $$;
create function casework.record_decided() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.add_ledger_line('decided', new.report_id, new.n, null, casework.facts_decided(new));
  return null;
end $$;
create function casework.record_looked() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.add_ledger_line('looked', new.report_id, new.n, new.id, casework.facts_looked(new));
  return null;
end $$;

-- What the ledger holds already, in the order in which it happened.
do $$
declare
  e record;
begin
  for e in
    select 'asked' as kind, o.asked_at as at, o.report_id, o.n, null::bigint as look_id, casework.facts_asked(o) as facts
    from casework.opening o
    union all select 'decided', o.decided_at, o.report_id, o.n, null, casework.facts_decided(o)
    from casework.opening o where o.decision is not null
    union all select 'looked', k.at, k.report_id, k.n, k.id, casework.facts_looked(k) from casework.look k
    order by at, report_id, n, kind, look_id
  loop
    perform casework.add_ledger_line(e.kind, e.report_id, e.n, e.look_id, e.facts);
  end loop;
end $$;

-- At commit, so that nobody waits for another's work and no two wait for each other.
create constraint trigger record_asked after insert on casework.opening deferrable initially deferred
  for each row execute function casework.record_asked();
create constraint trigger record_decided after update on casework.opening deferrable initially deferred
  for each row when (old.decision is null and new.decision is not null) execute function casework.record_decided();
create constraint trigger record_looked after insert on casework.look deferrable initially deferred
  for each row execute function casework.record_looked();

create trigger append_only before update or delete on casework.ledger_line for each row execute function casework.keep_look();
create trigger append_only_all before truncate on casework.ledger_line for each statement execute function casework.keep_look();
alter table casework.ledger_line enable row level security;
create policy worker on casework.ledger_line for select to lapor_worker using (true);
grant select on casework.ledger_line to lapor_worker;

-- What a head covers of it. Heads older than this have none.
alter table publication.audit_head add column ledger bytea check (length(ledger) = 32);
comment on column publication.audit_head.ledger is 'Salted commitment to the last line of the ledger of openings: tells nobody whether anything was opened.';
comment on table publication.audit_head is 'The daily head: root of a salted tree over all event chains and the end of the ledger, signed (Ed25519), linked to the head before.';
alter table casework.audit_tree
  add column ledger_lines bigint check (ledger_lines >= 0),
  add column ledger_hash bytea check (length(ledger_hash) = 32),
  add column ledger_report uuid,
  add check ((ledger_lines is null) = (ledger_hash is null)),
  add check (coalesce(ledger_lines > 0, false) = (ledger_report is not null));
comment on column casework.audit_tree.ledger_lines is 'The last line of the ledger that the head saw; with its hash and its report what publication.audit_head.ledger commits to.';

-- Ask for an opening: as before (migration 35), and the reason comes with its commitment.
drop function casework.ask_opening(uuid, text, text, text, timestamptz);
create function casework.ask_opening(p_report uuid, p_what text, p_ground text, p_reason text, p_reason_hash bytea, p_at timestamptz)
returns int language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  me identity.account := casework.opener();
  known int;
begin
  if p_reason_hash is null then
    raise exception 'a sealed reason needs its commitment' using errcode = 'check_violation';
  end if;
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
  insert into casework.opening (report_id, n, what, ground, reason, reason_hash, asked_by, asked_role, asked_office, asked_at)
  values (p_report, known, p_what, p_ground, p_reason, p_reason_hash, me.id, me.role, me.agency_id, p_at);
  insert into casework.outbox (topic, report_id, seq, at) values ('opening', p_report, known, p_at);
  return known;
end $$;

revoke execute on function casework.facts_asked, casework.facts_decided, casework.facts_looked, casework.add_ledger_line,
  casework.record_asked, casework.record_decided, casework.record_looked, casework.ask_opening from public;
grant execute on function casework.ask_opening to lapor_web, lapor_worker;
