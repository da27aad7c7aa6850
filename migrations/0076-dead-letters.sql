-- Messages that could not be sent, for whoever can do something about it: read, tried again, sent by the other door, or given up for
-- good with a reason. Whom they are for stays sealed; which report they are about only the national desk learns.
alter table identity.message
  add column failed_at timestamptz,
  add column given_up text check (given_up in ('told_otherwise', 'no_way', 'too_late'));
comment on column identity.message.failed_at is 'The last try that failed; no finer than the hour for reports without identity.';
comment on column identity.message.given_up is 'Why somebody decided that it is not to be sent any more.';
create index message_failed on identity.message (last_error, failed_at desc) where state in ('failed', 'dead') and given_up is null;

create table identity.message_step (
  id bigint generated always as identity primary key,
  message_id uuid not null,
  step text not null check (step in ('again', 'other_door', 'given_up')),
  account_id uuid references identity.account on delete restrict,
  at timestamptz not null
);
comment on table identity.message_step is 'Who did what about a message that could not be sent; without an account: on the command line. Outlives the message.';
create index message_steps on identity.message_step (message_id, at desc);
alter table identity.message_step enable row level security;
create policy menders on identity.message_step for select to lapor_web using (casework.actor_role() in ('verifier', 'operator'));

-- What is no failure: the receiver asked for silence, or it is not theirs to hear any more.
create function identity.is_decided(p_error text) returns boolean language sql immutable as $$
  select coalesce(p_error in ('stopped', 'not_theirs', 'not_wanted'), false) $$;

create view identity.failed_message with (security_barrier) as
  select m.* from identity.message m
  where m.state in ('failed', 'dead') and m.given_up is null and not identity.is_decided(m.last_error);

-- The newest first. The operator learns how many, when (to the hour), of which kind and why; the national desk also which report it is
-- about, where that tells no more of an anonymous reporter than it knows.
create function identity.failed_messages(p_reason text, p_limit int) returns table (
  id uuid, state text, channel text, template text, to_office boolean, reason text, attempts int, at timestamptz, tracking_id text,
  other_door boolean, last_step text
) language sql stable security definer set search_path = pg_catalog as $$
  select m.id, m.state, m.channel, m.template, m.account_id is not null, m.last_error, m.attempts,
    case casework.actor_role() when 'verifier' then m.failed_at else date_trunc('hour', m.failed_at) end,
    case when casework.actor_role() = 'verifier' and casework.sees(r) and (m.account_id is not null or not (r.anonymous or r.without_identity))
      then r.tracking_id end,
    casework.actor_role() = 'verifier' and m.account_id is null and coalesce(f.has_phone and f.has_email and f.account_link is null, false),
    (select s.step from identity.message_step s where s.message_id = m.id order by s.id desc limit 1)
  from identity.failed_message m
  left join casework.report r on r.id = m.report_id
  left join identity.filing f on f.report_id = m.report_id
  where casework.actor_role() in ('verifier', 'operator') and (p_reason is null or m.last_error = p_reason)
  order by m.failed_at desc nulls last, m.id
  limit p_limit
$$;

-- Counts alone, for the page and for /metrics.
create function identity.messages_by_reason() returns table (state text, channel text, reason text, n bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select case when m.given_up is not null then 'given_up' when identity.is_decided(m.last_error) then 'silenced' else m.state end,
    m.channel, case when m.state in ('failed', 'dead') then m.last_error end, count(*)
  from identity.message m group by 1, 2, 3
$$;

-- A job is asked for once, however often the button is pressed: what is queued already is not dead any more.
-- An SMS that nobody knows to have left, and of which a receipt came since, has left: it is looked for before it is sent once more.
create function identity.replay_message(p_id uuid, p_step text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if casework.actor_role() not in ('verifier', 'operator') and not casework.is_system()
    or p_step not in ('again', 'other_door') or (p_step = 'other_door' and casework.actor_role() <> 'verifier') then
    raise exception 'not for this role' using errcode = 'insufficient_privilege';
  end if;
  update identity.message m set state = 'queued', held = null, claimed_until = null,
    not_before = null, unanswered = case p_step when 'again' then unanswered else 0 end
  where m.id = p_id and m.state = 'dead' and m.given_up is null and not identity.is_decided(m.last_error);
  if not found then
    return false;
  end if;
  insert into identity.message_step (message_id, step, account_id, at) values (p_id, p_step, casework.actor_account(), p_at);
  insert into casework.outbox (topic, report_id, seq, at) values ('replay', p_id, case p_step when 'other_door' then 1 else 0 end, p_at);
  return true;
end $$;
comment on function identity.replay_message is 'Have a message that was given up tried again. Answers whether there was one.';

create function identity.replay_messages(p_reason text, p_at timestamptz) returns int
language sql security definer set search_path = pg_catalog as $$
  select count(*) filter (where identity.replay_message(id, 'again', p_at))::int
  from (select id from identity.failed_message where state = 'dead' and last_error = p_reason order by failed_at for update skip locked) dead
$$;

create function identity.give_up_message(p_id uuid, p_why text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if casework.actor_role() not in ('verifier', 'operator') then
    raise exception 'not for this role' using errcode = 'insufficient_privilege';
  end if;
  update identity.message m set given_up = p_why
  where m.id = p_id and m.state = 'dead' and m.given_up is null and not identity.is_decided(m.last_error);
  if found then
    insert into identity.message_step (message_id, step, account_id, at) values (p_id, 'given_up', casework.actor_account(), p_at);
  end if;
  return found;
end $$;

revoke execute on function identity.failed_messages, identity.messages_by_reason, identity.replay_message, identity.replay_messages,
  identity.give_up_message from public;
grant execute on function identity.failed_messages, identity.replay_message, identity.replay_messages, identity.give_up_message to lapor_web;
grant execute on function identity.messages_by_reason, identity.replay_message, identity.replay_messages to lapor_worker;
grant execute on function identity.messages_by_reason to lapor_web;
