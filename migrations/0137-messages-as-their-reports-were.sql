-- After a restore a message that the backup knows only as waiting, or not at all, is taken once more. What became of it since is written
-- down beside the keys (src/secrecy/message-journal.ts): by the message's keyed hash alone, without the report. A restore fills this from there.
create table identity.message_floor (
  message_hash bytea primary key check (octet_length(message_hash) = 32),
  anonymous boolean not null,
  confidential boolean not null,
  forgotten boolean not null
);
comment on table identity.message_floor is 'Messages whose reports were hidden, withdrawn or erased after the backup that this database was filled from.';
comment on column identity.message_floor.forgotten is 'Its report was withdrawn or erased: it becomes nothing again.';
alter table identity.message_floor enable row level security;
create policy worker on identity.message_floor for select to lapor_worker using (true);
grant select on identity.message_floor to lapor_worker;

-- Whichever way a message comes in again: what is forgotten is not kept.
create function identity.refuse_forgotten() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from identity.message_floor f where f.message_hash = new.message_hash and f.forgotten) then
    new.outcome := 'refused';
    new.reason := 'forgotten';
    new.settled_at := new.arrived_at;
    new.sealed := null;
    new.sender_index := null;
    new.part_of := null;
    new.part_at := null;
    new.parts := null;
  end if;
  return new;
end $$;
create trigger refuse_forgotten before insert on identity.arrival for each row execute function identity.refuse_forgotten();

-- A message that joins a report which hides something is written down at once, not only when the report changes.
create function identity.note_message() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.note_once(r.id, r.last_seq, r.last_at) from casework.report r
  where r.id in (new.report_id, new.about) and (r.anonymous or r.confidential or r.stage = 'withdrawn' or r.accused_offices is not null
    or exists (select from casework.embargo e where e.report_id = r.id and e.ended_at is null)
    or exists (select from identity.erasure x where x.report_id = r.id));
  return null;
end $$;
create trigger note_message after update of report_id, about on identity.arrival
  for each row when ((new.report_id, new.about) is distinct from (old.report_id, old.about)) execute function identity.note_message();
revoke execute on function identity.refuse_forgotten, identity.note_message from public;

-- What came before this migration.
insert into casework.outbox (topic, report_id, seq, at)
select 'floor', r.id, r.last_seq, r.last_at from casework.report r
where exists (select from identity.arrival a where a.report_id = r.id)
  and (r.anonymous or r.confidential or r.stage = 'withdrawn' or r.accused_offices is not null
    or exists (select from casework.embargo e where e.report_id = r.id and e.ended_at is null)
    or exists (select from identity.erasure x where x.report_id = r.id));
