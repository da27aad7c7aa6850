-- What we asked back keeps its words, sealed as they came, until whoever wrote says what they are, or until a day has passed and they
-- become a report: an arrival that was decided waits to be taken again, with the decision.
alter table identity.arrival
  drop constraint arrival_outcome_check,
  add constraint arrival_outcome_check check (outcome in ('report', 'reply', 'command', 'part', 'asked', 'quarantined', 'refused')),
  add column whole uuid,
  add column asked text check (length(asked) <= 40),
  add column asked_at timestamptz,
  add column about uuid references casework.report on delete set null,
  add column decision text check (decision in ('report', 'reply', 'note', 'all')),
  add column decided_at timestamptz,
  add constraint arrival_asked check (outcome is distinct from 'asked' or (sealed is not null and asked is not null and asked_at is not null and whole is not null)),
  add constraint arrival_decided check ((decision is null) = (decided_at is null));
comment on column identity.arrival.outcome is 'asked: we asked back, and keep the words; quarantined: a human has to look at it; refused: with a reason.';
comment on column identity.arrival.whole is 'Of what was asked about or has to be looked at: the first arrival of its message.';
comment on column identity.arrival.asked is 'What we asked back.';
comment on column identity.arrival.asked_at is 'When we asked last: an answer belongs to the last question.';
comment on column identity.arrival.about is 'The report that we asked about, or that its sender meant.';
comment on column identity.arrival.decision is 'What whoever wrote, a day of silence or the national desk said that it is.';
create index arrival_asked_last on identity.arrival (door, sender_index, asked_at) where outcome = 'asked';
create index arrival_asked_since on identity.arrival (settled_at) where outcome = 'asked';
create index arrival_whole on identity.arrival (whole) where whole is not null;
create index arrival_about on identity.arrival (about) where about is not null;

-- Once, however often it is said: what is no longer asked about is not decided again.
create function identity.decide_asked(p_whole uuid, p_decision text, p_about uuid, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update identity.arrival set outcome = null, reason = null, settled_at = null, decision = p_decision, decided_at = p_at,
    about = coalesce(p_about, about)
  where whole = p_whole and outcome = 'asked';
  if not found then
    return false;
  end if;
  insert into casework.outbox (topic, report_id, seq, at) values ('arrival', p_whole, 0, p_at);
  return true;
end $$;
revoke execute on function identity.decide_asked from public;
grant execute on function identity.decide_asked to lapor_worker;

-- As before; and what we asked about that report, and nobody has answered, is forgotten with it.
create or replace function identity.forget_at_the_door() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update identity.arrival set sender_index = null, said = null, said_nearly = null, part_said = null, sealed = null
  where report_id = new.report_id and outcome is not null;
  update identity.arrival set sender_index = null, part_said = null, sealed = null, outcome = 'refused', reason = 'forgotten', about = null
  where about = new.report_id and outcome = 'asked';
  return null;
end $$;
create or replace function identity.forget_at_the_door_of_x() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update identity.arrival set sender_index = null, said = null, said_nearly = null, sealed = null, report_id = null
  where report_id = new.report_id and door = 'x' and outcome is not null;
  update identity.arrival set sender_index = null, sealed = null, outcome = 'refused', reason = 'forgotten', about = null
  where about = new.report_id and outcome = 'asked';
  delete from identity.x_said where report_id = new.report_id;
  return null;
end $$;
