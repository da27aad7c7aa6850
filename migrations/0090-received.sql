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

-- Written by its trigger alone: the worker may read it, nobody may change it.
create policy worker on identity.arrival_received for select to lapor_worker using (true);
grant select on identity.arrival_received to lapor_worker;
