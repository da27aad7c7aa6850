-- As in migration 106, a page at a time: `p_at`, `p_id` are where the page before ended. `place` is the message's place among the `waiting`
-- that whoever asks may know of; what accuses them is nowhere in these numbers.
drop function identity.arrivals_to_look_at;
create function identity.arrivals_to_look_at(p_limit int, p_at timestamptz, p_id uuid) returns table (
  id uuid, door text, reason text, is_tried boolean, arrived_at timestamptz, kept text, names_report boolean, is_shut boolean, last_step text,
  place bigint, waiting bigint
) language sql stable security definer set search_path = pg_catalog as $$
  select l.id, l.door, l.reason, l.is_tried, l.arrived_at, l.kept, l.names_report, l.is_shut,
    (select s.step from identity.arrival_step s where s.arrival_id = l.id order by s.id desc limit 1), l.place, l.waiting
  from (
    select w.*, row_number() over (order by w.arrived_at, w.id) as place, count(*) over () as waiting
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
    ) w
    where casework.actor_role() = 'verifier'
  ) l
  where p_at is null or (l.arrived_at, l.id) > (p_at, p_id)
  order by l.arrived_at, l.id limit p_limit
$$;
revoke execute on function identity.arrivals_to_look_at from public;
grant execute on function identity.arrivals_to_look_at to lapor_web;
