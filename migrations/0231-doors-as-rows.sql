-- Doors are rows: a new one (docs/new-door.md) is one insert here, and no check to rewrite in five tables. Ways to us that nobody answers
-- through, the web and walking in, are channels; a door, by which we are written to and write, is one of them.
create table casework.channel (
  name text primary key check (name ~ '^[a-z][a-z_]{0,19}$')
);
comment on table casework.channel is 'Ways by which a report can come.';

create table casework.door (
  name text primary key references casework.channel on delete restrict,
  is_public boolean not null default false
);
comment on table casework.door is 'Ways by which people write to us and hear from us.';
comment on column casework.door.is_public is 'What is written there everybody reads: whoever has a report forgotten leaves nothing that ties it to what was written.';

create function casework.open_door() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  insert into casework.channel (name) values (new.name) on conflict do nothing;
  return new;
end $$;
revoke execute on function casework.open_door from public;
create trigger open_door before insert on casework.door for each row execute function casework.open_door();

insert into casework.channel (name) values ('web'), ('app'), ('chat'), ('api'), ('walk_in'), ('import');
insert into casework.door (name, is_public) values ('sms', false), ('x', true), ('email', false);

alter table casework.channel enable row level security;
alter table casework.door enable row level security;
create policy read on casework.channel for select to lapor_web, lapor_worker using (true);
create policy read on casework.door for select to lapor_web, lapor_worker using (true);
grant select on casework.channel, casework.door to lapor_web, lapor_worker;

alter table casework.report
  drop constraint report_channel_check,
  add constraint report_channel foreign key (channel) references casework.channel on delete restrict;
alter table identity.arrival
  drop constraint arrival_door_check,
  add constraint arrival_door foreign key (door) references casework.door on delete restrict;
alter table identity.message
  drop constraint message_channel_check,
  add constraint message_channel foreign key (channel) references casework.door on delete restrict;
alter table casework.wording
  drop constraint wording_door_check,
  add constraint wording_door foreign key (door) references casework.door on delete restrict;
