-- Why something was refused is counted as why a human has to look is: a door that many only mention refuses much, and for good reasons.
create or replace function identity.arrivals_by_outcome() returns table (door text, outcome text, reason text, n bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select door, coalesce(outcome, 'waiting'), case when outcome in ('quarantined', 'refused') then reason end, count(*)
    from identity.arrival group by 1, 2, 3
$$;
