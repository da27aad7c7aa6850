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
create view identity.to_look_at with (security_barrier) as
  select coalesce(a.whole, a.id) as id, min(a.door) as door, min(coalesce(a.reason, 'failed')) as reason, bool_or(a.outcome is null) as is_tried,
    min(a.arrived_at) as arrived_at, min(a.report_id::text)::uuid as report_id
  from identity.arrival a
  where (a.outcome = 'quarantined' or a.outcome is null and a.trouble_since is not null) and identity.needs_look(a)
  group by 1;
grant select on identity.to_look_at to lapor_worker;

-- The oldest first, posts on X of which nobody is sure among them. Of nobody's number or address. What belongs to a report is there for
-- whoever reads the report.
create function identity.arrivals_to_look_at(p_limit int) returns table (
  id uuid, door text, reason text, is_tried boolean, arrived_at timestamptz, kept text, last_step text
) language sql stable security definer set search_path = pg_catalog as $$
  select l.id, l.door, l.reason, l.is_tried, l.arrived_at, l.kept,
    (select s.step from identity.arrival_step s where s.arrival_id = l.id order by s.id desc limit 1)
  from (
    select t.id, t.door, t.reason, t.is_tried, t.arrived_at, w.kept
    from identity.to_look_at t
      left join identity.arrival_words w on w.arrival_id = t.id
      left join casework.report r on r.id = t.report_id
      where t.report_id is null or casework.reads(r)
    union all
    select a.id, a.door, 'unsure', false, a.arrived_at, u.kept from identity.x_unsure u join identity.arrival a on a.id = u.arrival_id
      where u.decision is null
  ) l
  where casework.actor_role() = 'verifier'
  order by l.arrived_at, l.id limit p_limit
$$;

-- Once, however often the button is pressed: what is no longer before the desk is not decided again.
create function identity.look_at_arrival(p_id uuid, p_step text, p_why text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if casework.actor_role() is distinct from 'verifier' then
    raise exception 'not for this role' using errcode = 'insufficient_privilege';
  end if;
  if p_step <> 'again' and identity.judge_post(p_id, case p_step when 'file' then 'report' else 'no_report' end, p_at) then
    insert into identity.arrival_step (arrival_id, step, why, account_id, at) values (p_id, p_step, p_why, casework.actor_account(), p_at);
    return true;
  end if;
  perform from identity.arrival a where (a.id = p_id or a.whole = p_id) for update;
  if exists (
    select from identity.arrival a join casework.report r on r.id = a.report_id
    where (a.id = p_id or a.whole = p_id) and not casework.reads(r)) then
    return false;
  end if;
  if p_step = 'dismiss' then
    update identity.arrival a set outcome = 'refused', reason = 'dismissed_' || p_why, settled_at = p_at, sealed = null, trouble_since = null
    where (a.id = p_id or a.whole = p_id) and identity.needs_look(a);
  else
    update identity.arrival a set outcome = null, reason = null, settled_at = null, trouble_since = null,
      decision = case p_step when 'file' then 'judged' else a.decision end,
      decided_at = case p_step when 'file' then p_at else a.decided_at end
    where (a.id = p_id or a.whole = p_id) and identity.needs_look(a);
  end if;
  if not found then
    return false;
  end if;
  insert into identity.arrival_step (arrival_id, step, why, account_id, at) values (p_id, p_step, p_why, casework.actor_account(), p_at);
  if p_step <> 'dismiss' then
    insert into casework.outbox (topic, report_id, seq, at) values ('arrival', p_id, 0, p_at);
  end if;
  return true;
end $$;
revoke execute on function identity.arrivals_to_look_at, identity.look_at_arrival from public;
grant execute on function identity.arrivals_to_look_at, identity.look_at_arrival to lapor_web;
