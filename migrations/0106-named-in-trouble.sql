-- What fails and names a report, or comes from somebody who has a hidden one, belongs to that report: its words are for whoever reads the
-- report, and it is there for whoever knows of it. As a report of its own it would tell everybody. Nobody may be able to have it tried
-- again, so it is tried until it is taken. What names a report that is erased since is nobody's to read.
alter table identity.arrival add column names uuid[] not null default '{}';
comment on column identity.arrival.names is 'Of what could not be taken: the reports that it is about, as far as its words and its sender tell; none once it is settled.';

-- `names` of all parts; an array of arrays would need one length.
create view identity.to_look_at with (security_barrier) as
  select coalesce(a.whole, a.id) as id, min(a.door) as door, min(coalesce(a.reason, 'failed')) as reason, bool_or(a.outcome is null) as is_tried,
    min(a.arrived_at) as arrived_at, min(a.report_id::text)::uuid as report_id,
    string_to_array(string_agg(array_to_string(a.names, ','), ',') filter (where a.names <> '{}'), ',')::uuid[] as names
  from identity.arrival a
  where (a.outcome = 'quarantined' or a.outcome is null and a.trouble_since is not null) and identity.needs_look(a)
  group by 1;
grant select on identity.to_look_at to lapor_worker;

-- The oldest first, posts on X of which nobody is sure among them. Of nobody's number or address. What belongs to a report is there for
-- whoever reads the report.
create function identity.arrivals_to_look_at(p_limit int) returns table (
  id uuid, door text, reason text, is_tried boolean, arrived_at timestamptz, kept text, names_report boolean, is_shut boolean, last_step text
) language sql stable security definer set search_path = pg_catalog as $$
  select l.id, l.door, l.reason, l.is_tried, l.arrived_at, l.kept, l.names_report, l.is_shut,
    (select s.step from identity.arrival_step s where s.arrival_id = l.id order by s.id desc limit 1)
  from (
    select t.id, t.door, t.reason, t.is_tried, t.arrived_at, case when not shut.is_shut then w.kept end as kept,
      t.names is not null as names_report, shut.is_shut
    from identity.to_look_at t
      left join identity.arrival_words w on w.arrival_id = t.id
      left join casework.report r on r.id = t.report_id
      cross join lateral (
        select exists (select from casework.report n where n.id = any (t.names) and not casework.reads(n)) as is_shut) shut
      where (t.report_id is null or casework.reads(r))
        and not exists (select from unnest(t.names) u left join casework.report n on n.id = u where n.id is null or not casework.sees(n))
    union all
    select a.id, a.door, 'unsure', false, a.arrived_at, u.kept, false, false
    from identity.x_unsure u join identity.arrival a on a.id = u.arrival_id
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
  if exists (
    select from identity.arrival a cross join unnest(a.names) u left join casework.report r on r.id = u
    where (a.id = p_id or a.whole = p_id) and a.outcome is null and (p_step <> 'again' or r.id is null or not casework.sees(r))) then
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
