-- What came through a door, before anybody has understood it. The door answers its sender once the row is committed; the
-- worker understands it afterwards, and gives it an outcome. Nothing that arrived stays without one.
create table identity.arrival (
  id uuid primary key,
  door text not null check (door in ('sms', 'x', 'email')),
  gateway text not null check (gateway ~ '^[a-z][a-z0-9-]{0,39}$'),
  message_hash bytea not null check (octet_length(message_hash) = 32),
  sender_index bytea check (octet_length(sender_index) = 32),
  part_of bytea check (octet_length(part_of) = 32),
  part_at int,
  parts int,
  sealed bytea,
  sent_at timestamptz,
  arrived_at timestamptz not null,
  outcome text check (outcome in ('report', 'reply', 'command', 'part', 'quarantined', 'refused')),
  reason text,
  report_id uuid references casework.report on delete set null,
  settled_at timestamptz,
  said bytea check (octet_length(said) = 32),
  said_nearly bytea check (octet_length(said_nearly) = 32),
  unique (door, gateway, message_hash),
  check ((outcome is null) = (settled_at is null)),
  check ((part_of is null) = (part_at is null) and (part_of is null) = (parts is null)),
  check (outcome is distinct from 'refused' or reason is not null),
  check (outcome is not null or sealed is not null)
);
comment on table identity.arrival is 'Every message that reached us, once, however often its gateway brought it; what became of it.';
comment on column identity.arrival.message_hash is 'Keyed hash of the door''s own message id, by which the same message is the same row.';
comment on column identity.arrival.sender_index is 'Blind index of the sender''s number or address.';
comment on column identity.arrival.part_of is 'Keyed hash of sender and reference of a long message; part_at of parts belong together.';
comment on column identity.arrival.sealed is 'JSON as the door read it, for the worker alone; gone once it became something.';
comment on column identity.arrival.sent_at is 'When the gateway had it.';
comment on column identity.arrival.outcome is 'quarantined: a human has to look at it; refused: with a reason.';
comment on column identity.arrival.said is 'Keyed hash of sender and words of what became a report: the same words again are the same report.';
comment on column identity.arrival.said_nearly is 'The same, numbers and signs aside.';
create index arrival_said on identity.arrival (said_nearly) where said_nearly is not null;
create index arrival_open on identity.arrival (arrived_at) where outcome is null;
create index arrival_quarantined on identity.arrival (arrived_at) where outcome = 'quarantined';
create index arrival_parts on identity.arrival (part_of) where part_of is not null;

alter table identity.arrival enable row level security;
create policy worker on identity.arrival to lapor_worker using (true) with check (true);
grant select, update on identity.arrival to lapor_worker;

-- Keeps what arrived, once. Answers whether it is new.
create function identity.keep_arrival(p jsonb) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
  a identity.arrival := jsonb_populate_record(null::identity.arrival, p);
begin
  insert into identity.arrival (id, door, gateway, message_hash, sender_index, part_of, part_at, parts, sealed, sent_at, arrived_at)
  values (a.id, a.door, a.gateway, a.message_hash, a.sender_index, a.part_of, a.part_at, a.parts, a.sealed, a.sent_at, a.arrived_at)
  on conflict (door, gateway, message_hash) do nothing;
  if not found then
    return false;
  end if;
  insert into casework.outbox (topic, report_id, seq, at) values ('arrival', a.id, 0, a.arrived_at);
  return true;
end $$;
revoke execute on function identity.keep_arrival from public;
grant execute on function identity.keep_arrival to lapor_web;

-- What has come and what became of it, by door: the two sides are equal, or something was lost. Counts alone.
create function identity.arrivals_by_outcome() returns table (door text, outcome text, reason text, n bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select door, coalesce(outcome, 'waiting'), case when outcome = 'quarantined' then reason end, count(*)
    from identity.arrival group by 1, 2, 3
$$;
revoke execute on function identity.arrivals_by_outcome from public;
grant execute on function identity.arrivals_by_outcome to lapor_web, lapor_worker;
create index arrival_ledger on identity.arrival (door, outcome, reason);

-- The worker files for those who wrote.
grant execute on function casework.file_report, casework.file_report_about to lapor_worker;

-- Words that a message is about besides its report: an office's keyword, never anything of a person.
alter table identity.message add column about text check (length(about) <= 60);

-- Numbers that asked for silence (STOP): they hear what they ask for, and nothing else.
create table identity.sms_stop (
  phone_index bytea primary key check (octet_length(phone_index) = 32),
  since timestamptz not null
);
comment on table identity.sms_stop is 'Blind indexes of numbers that said STOP.';
alter table identity.sms_stop enable row level security;
create policy worker on identity.sms_stop to lapor_worker using (true) with check (true);
grant select, insert, delete on identity.sms_stop to lapor_worker;

-- How SMS leave: the operator's gateway. Its password is sealed for the worker.
create table identity.gateway (
  id uuid primary key,
  name text not null unique check (name ~ '^[a-z][a-z0-9-]{0,39}$'),
  kind text not null check (kind in ('kannel')),
  url text not null check (url ~ '^https?://' and length(url) <= 500),
  sender text not null default '1708' check (sender ~ '^[0-9A-Za-z+]{1,15}$'),
  username text not null check (length(username) <= 100),
  sealed_password bytea not null,
  changed_at timestamptz not null
);
comment on table identity.gateway is 'SMS gateways: where they are, and how we sign in there.';
alter table identity.gateway enable row level security;
create policy worker on identity.gateway for select to lapor_worker using (true);
grant select on identity.gateway to lapor_worker;

-- To one number one SMS after the other; at night, and beyond a day's measure, none that nobody asked for.
alter table identity.message
  add column to_index bytea check (octet_length(to_index) = 32),
  add column turn bigint,
  add column held text check (held in ('quiet', 'budget', 'order')),
  add column claimed_until timestamptz;
comment on column identity.message.to_index is 'Blind index of the number that an SMS goes to.';
comment on column identity.message.turn is 'Order of the SMS to one number; null for letters, whose order says nothing.';
comment on column identity.message.held is 'Why it waits: quiet hours, the day''s measure of its number, or an earlier one to it that waits.';
comment on column identity.message.claimed_until is 'Somebody is sending it, until then; whoever crashed is not waited for longer.';
create sequence identity.message_turn;
grant usage on sequence identity.message_turn to lapor_worker;
create index message_to on identity.message (to_index, turn) where to_index is not null and state in ('queued', 'failed');
create index message_told on identity.message (to_index, created_at) where to_index is not null;

-- SMS that wait, by why: counts alone.
create function identity.held_messages() returns table (held text, n bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select held, count(*) from identity.message where held is not null and state in ('queued', 'failed') group by 1
$$;
revoke execute on function identity.held_messages from public;
grant execute on function identity.held_messages to lapor_web, lapor_worker;

-- Whoever has a report of theirs forgotten is forgotten at the door as well: no number leads from a message to its report.
create function identity.forget_at_the_door() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update identity.arrival set sender_index = null, said = null, said_nearly = null, sealed = null
  where report_id = new.report_id and outcome is not null;
  return null;
end $$;
revoke execute on function identity.forget_at_the_door from public;
create trigger forget_at_the_door after update of phone_index on identity.filing
  for each row when (old.phone_index is not null and new.phone_index is null) execute function identity.forget_at_the_door();
