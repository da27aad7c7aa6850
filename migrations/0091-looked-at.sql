-- What came and a human has to look at, whichever door it came by: the national desk reads it, files it, has it tried again, or lays it
-- aside with a reason. What fails is seen from its first failure on, not when it is given up.
alter table identity.arrival
  add column trouble_since timestamptz,
  drop constraint arrival_decision_check,
  add constraint arrival_decision_check check (decision in ('report', 'reply', 'note', 'all', 'judged'));
comment on column identity.arrival.trouble_since is 'It could not be taken, since then; tried again for an hour.';
comment on column identity.arrival.decision is 'What whoever wrote, or a day of silence, says that it is; judged: a report, says the national desk.';
create index arrival_in_trouble on identity.arrival (arrived_at) where outcome is null and trouble_since is not null;

create table identity.arrival_words (
  arrival_id uuid primary key references identity.arrival on delete cascade,
  kept text not null
);
comment on table identity.arrival_words is 'Words of what a human has to look at, sealed as those of a confidential report are; gone with the arrival''s own.';
alter table identity.arrival_words enable row level security;
create policy worker on identity.arrival_words to lapor_worker using (true) with check (true);
grant select, insert, delete on identity.arrival_words to lapor_worker;

create function identity.drop_arrival_words() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from identity.arrival_words where arrival_id = new.id;
  return null;
end $$;
revoke execute on function identity.drop_arrival_words from public;
create trigger drop_arrival_words after update of sealed on identity.arrival
  for each row when (old.sealed is not null and new.sealed is null) execute function identity.drop_arrival_words();

create table identity.arrival_step (
  id bigint generated always as identity primary key,
  arrival_id uuid not null,
  step text not null check (step in ('file', 'again', 'dismiss')),
  why text,
  account_id uuid references identity.account on delete restrict,
  at timestamptz not null
);
comment on table identity.arrival_step is 'Who at the national desk did what about a message that had to be looked at. Outlives the message.';
create index arrival_steps on identity.arrival_step (arrival_id, at desc);
alter table identity.arrival_step enable row level security;
create policy desk on identity.arrival_step for select to lapor_web using (casework.actor_role() = 'verifier');

-- What is a report of its own is looked at as a report. Of a flood the words are in no report: by their hash they are known.
create function identity.needs_look(a identity.arrival) returns boolean language sql immutable as $$
  select case when a.outcome is null then a.trouble_since is not null
    when a.outcome = 'quarantined' then a.sealed is not null and a.reason is distinct from 'unsure'
      and (a.report_id is null or a.said is not null or a.reason = 'encrypted_reply')
    else false end
$$;
