-- With which keys this data was sealed, so that a start with a missing or another key is refused instead of making a new one.
create table identity.key_check (
  name text primary key,
  print bytea not null check (length(print) = 32)
);
comment on table identity.key_check is 'Name of a key file and a hash by which it is known again; tells nothing of the key.';
alter table identity.key_check enable row level security;
create policy worker on identity.key_check for select to lapor_worker using (true);
grant select on identity.key_check to lapor_worker;
