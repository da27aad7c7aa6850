-- The counter of the doors is written by its trigger alone; the worker may read it, nobody may change it.
create policy worker on identity.arrival_received for select to lapor_worker using (true);
grant select on identity.arrival_received to lapor_worker;
