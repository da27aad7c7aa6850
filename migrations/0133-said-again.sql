-- A counter that is tidied away begins at 1 again: by its number alone the first "YA" of a week met the first one ever, and was taken for
-- it. `since`, when the one that is counted was first brought, tells them apart; those counted before keep what they are known by.
alter table identity.brought add column since timestamptz;
comment on column identity.brought.since is 'When the message that is counted now was first brought; it is known by it. Null where that was before this column.';
comment on column identity.brought.acknowledged is 'The operator has our answer and will not bring it again; unproved, it is the same one for six hours after it was last brought.';

create or replace function identity.keep_brought(p jsonb, p_content bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  known identity.brought;
begin
  insert into identity.brought as b (gateway, content_hash, times, acknowledged, at, since)
  values (p->>'gateway', p_content, 1, false, (p->>'arrived_at')::timestamptz, (p->>'arrived_at')::timestamptz)
  on conflict (gateway, content_hash) do update set
    times = case when identity.is_another(b, excluded.at) then b.times + 1 else b.times end,
    since = case when identity.is_another(b, excluded.at) then excluded.at else b.since end,
    acknowledged = false,
    at = excluded.at
  returning b.* into known;
  return identity.keep_arrival(
    p || jsonb_build_object('message_hash', sha256(p_content || int4send(known.times) || coalesce(timestamptz_send(known.since), ''))));
end $$;

-- Whether the same words, brought now, are another message. Nobody brings for longer than six hours what we have thanked for.
create function identity.is_another(b identity.brought, p_at timestamptz) returns boolean
language sql immutable set search_path = pg_catalog as $$
  select b.acknowledged or b.at < p_at - interval '6 hours' $$;
revoke execute on function identity.is_another from public;

-- What an HTTP gateway brings without an id or a time is known in the same way.
grant execute on function identity.keep_brought to lapor_web;

-- What came again is counted as well: it is thanked for and nothing becomes of it, so no other count would show that too much is taken
-- for the same. Counts alone, for /metrics; no desk sees them, as they cannot be told apart by whom a message accuses.
alter table identity.arrival_received add column repeated bigint not null default 0 check (repeated >= 0);
comment on column identity.arrival_received.repeated is 'How often a message that was there came again; not among n.';

create function identity.count_repeated(p_door text) returns void language sql security definer set search_path = pg_catalog as $$
  insert into identity.arrival_received as r (door, place, n, repeated) values (p_door, pg_backend_pid() % 64, 0, 1)
  on conflict (door, place) do update set repeated = r.repeated + 1 $$;
revoke execute on function identity.count_repeated from public;

create or replace function identity.keep_arrival(p jsonb) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
  a identity.arrival := jsonb_populate_record(null::identity.arrival, p);
begin
  insert into identity.arrival (id, door, gateway, message_hash, sender_index, part_of, part_at, parts, sealed, sent_at, arrived_at)
  values (a.id, a.door, a.gateway, a.message_hash, a.sender_index, a.part_of, a.part_at, a.parts, a.sealed, a.sent_at, a.arrived_at)
  on conflict (door, gateway, message_hash) do nothing;
  if not found then
    perform identity.count_repeated(a.door);
    return false;
  end if;
  insert into casework.outbox (topic, report_id, seq, at) values ('arrival', a.id, 0, a.arrived_at);
  return true;
end $$;

create or replace function identity.keep_sealed_arrival(p jsonb, p_sealed bytea) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
  a identity.arrival := jsonb_populate_record(null::identity.arrival, p);
begin
  insert into identity.arrival (id, door, gateway, message_hash, sealed, sent_at, arrived_at)
  values (a.id, a.door, a.gateway, a.message_hash, p_sealed, a.sent_at, a.arrived_at)
  on conflict (door, gateway, message_hash) do nothing;
  if not found then
    perform identity.count_repeated(a.door);
    return false;
  end if;
  insert into casework.outbox (topic, report_id, seq, at) values ('arrival', a.id, 0, a.arrived_at);
  return true;
end $$;

create function identity.arrivals_repeated() returns table (door text, n bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select door, sum(repeated)::bigint from identity.arrival_received group by door
$$;
revoke execute on function identity.arrivals_repeated from public;
grant execute on function identity.arrivals_repeated to lapor_web, lapor_worker;
