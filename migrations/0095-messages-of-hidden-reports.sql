-- A message about a report that accuses whoever asks is to them no message: not in the list, not in a count, and nothing to try again
-- or to give up. Operators count all, and learn of no report; so does /metrics.
create index report_accused_desk on casework.report (id) where accused_desk;
create index report_accused_unresolved on casework.report (id) where accused_unresolved;

-- As casework.is_accused, by index: every report that accuses this verifier or supervisor. To others nothing is counted by report.
create function identity.reports_accusing_actor() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  select r.id from casework.report r
  where casework.actor_role() in ('verifier', 'supervisor')
    and r.accused_accounts <> '{}' and r.accused_accounts @> array[casework.actor_account()]
  union
  select r.id from casework.report r
  where casework.actor_role() in ('verifier', 'supervisor')
    and r.accused_offices <> '{}' and r.accused_offices @> array[casework.actor_agency()]
  union
  select r.id from casework.report r where casework.actor_role() = 'verifier' and r.accused_desk
  union
  select r.id from casework.report r where casework.actor_role() = 'supervisor' and r.accused_unresolved
$$;

create or replace function identity.failed_messages(p_reason text, p_limit int) returns table (
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
    and not exists (select from identity.reports_accusing_actor() hidden where hidden = m.report_id)
  order by m.failed_at desc nulls last, m.id
  limit p_limit
$$;

create or replace function identity.messages_by_reason() returns table (state text, channel text, reason text, n bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select case when m.given_up is not null then 'given_up' when identity.is_decided(m.last_error) then 'silenced' else m.state end,
    m.channel, case when m.state in ('failed', 'dead') then m.last_error end, count(*)
  from identity.message m
  where not exists (select from identity.reports_accusing_actor() hidden where hidden = m.report_id)
  group by 1, 2, 3
$$;

create or replace function identity.held_messages() returns table (held text, n bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select m.held, count(*) from identity.message m
  where m.held is not null and m.state in ('queued', 'failed')
    and not exists (select from identity.reports_accusing_actor() hidden where hidden = m.report_id)
  group by 1
$$;

create or replace function identity.sms_deliveries() returns table (gateway text, delivery text, n bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select m.gateway, m.delivery, count(*) from identity.message m
  where m.delivery is not null and not exists (select from identity.reports_accusing_actor() hidden where hidden = m.report_id)
  group by 1, 2
  union all
  select m.first_gateway, 'resent', count(*) from identity.message m
  where m.first_gateway is not null and not exists (select from identity.reports_accusing_actor() hidden where hidden = m.report_id)
  group by 1
  union all
  select e.gateway, 'unmatched', count(*) from identity.early_receipt e group by 1
$$;

create or replace function identity.replay_message(p_id uuid, p_step text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if casework.actor_role() not in ('verifier', 'operator') and not casework.is_system()
    or p_step not in ('again', 'other_door') or (p_step = 'other_door' and casework.actor_role() <> 'verifier') then
    raise exception 'not for this role' using errcode = 'insufficient_privilege';
  end if;
  update identity.message m set state = 'queued', held = null, claimed_until = null,
    not_before = null, unanswered = case p_step when 'again' then unanswered else 0 end
  where m.id = p_id and m.state = 'dead' and m.given_up is null and not identity.is_decided(m.last_error)
    and not exists (select from identity.reports_accusing_actor() hidden where hidden = m.report_id);
  if not found then
    return false;
  end if;
  insert into identity.message_step (message_id, step, account_id, at) values (p_id, p_step, casework.actor_account(), p_at);
  insert into casework.outbox (topic, report_id, seq, at) values ('replay', p_id, case p_step when 'other_door' then 1 else 0 end, p_at);
  return true;
end $$;

create or replace function identity.give_up_message(p_id uuid, p_why text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if casework.actor_role() not in ('verifier', 'operator') then
    raise exception 'not for this role' using errcode = 'insufficient_privilege';
  end if;
  update identity.message m set given_up = p_why
  where m.id = p_id and m.state = 'dead' and m.given_up is null and not identity.is_decided(m.last_error)
    and not exists (select from identity.reports_accusing_actor() hidden where hidden = m.report_id);
  if found then
    insert into identity.message_step (message_id, step, account_id, at) values (p_id, 'given_up', casework.actor_account(), p_at);
  end if;
  return found;
end $$;

revoke execute on function identity.reports_accusing_actor from public;
