-- What came is counted at the door, in the transaction that keeps it; what became of it is counted from the rows. The two sides know
-- nothing of each other: a row that is gone, or was put in beside the door, is a difference. One row a door would make the doors wait for each
-- other: each connection counts in one of 64 places.
create table identity.arrival_received (
  door text not null,
  place smallint not null check (place between 0 and 63),
  n bigint not null check (n >= 0),
  primary key (door, place)
) with (fillfactor = 50);
comment on table identity.arrival_received is 'How many messages each door has received, in 64 sums. Counts alone.';
alter table identity.arrival_received enable row level security;

create function identity.count_received() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into identity.arrival_received as r (door, place, n)
  select f.door, pg_backend_pid() % 64, count(*) from fresh f group by f.door
  on conflict (door, place) do update set n = r.n + excluded.n;
  return null;
end $$;
revoke execute on function identity.count_received from public;
create trigger count_received after insert on identity.arrival
  referencing new table as fresh for each statement execute function identity.count_received();

insert into identity.arrival_received (door, place, n) select door, 0, count(*) from identity.arrival group by door;

-- Both sides at one moment; `outcome` is null for what was received.
create function identity.arrivals_ledger() returns table (door text, outcome text, reason text, n bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select r.door, null::text, null::text, sum(r.n)::bigint from identity.arrival_received r group by r.door
  union all
  select a.door, coalesce(a.outcome, 'waiting'), case when a.outcome in ('quarantined', 'refused') then a.reason end, count(*)
    from identity.arrival a group by 1, 2, 3
$$;
revoke execute on function identity.arrivals_ledger from public;
grant execute on function identity.arrivals_ledger to lapor_web, lapor_worker;
