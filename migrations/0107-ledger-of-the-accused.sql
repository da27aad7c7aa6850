-- The ledger of the doors, both sides at one moment; `outcome` is null for what was received. To whoever a report accuses, what came about it did not come: it is left out on both sides, so that nothing differs. To everybody
-- else, and to /metrics, everything is counted.
create function identity.arrivals_ledger() returns table (door text, outcome text, reason text, n bigint)
language sql stable security definer set search_path = pg_catalog as $$
  with hidden as materialized (select coalesce(array_agg(h), '{}') as ids from identity.reports_accusing_actor() h),
  unseen as materialized (
    select a.id, a.door from identity.arrival a, hidden
    where hidden.ids <> '{}'
      and (a.report_id = any (hidden.ids) or a.about = any (hidden.ids) or (a.outcome is null and a.names && hidden.ids))
  )
  select r.door, null::text, null::text, sum(r.n)::bigint - (select count(*) from unseen u where u.door = r.door)
    from identity.arrival_received r group by r.door
  union all
  select a.door, coalesce(a.outcome, 'waiting'), case when a.outcome in ('quarantined', 'refused') then a.reason end, count(*)
    from identity.arrival a where not exists (select from unseen u where u.id = a.id) group by 1, 2, 3
$$;
revoke execute on function identity.arrivals_ledger from public;
grant execute on function identity.arrivals_ledger to lapor_web, lapor_worker;
