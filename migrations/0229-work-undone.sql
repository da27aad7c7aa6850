-- What the outbox promised and the queue could not do: for the operator, in counts alone and since which hour. The queue lives in the
-- machine's time, what was promised in the application's.
create function identity.work_undone(p_now timestamptz) returns table (kind text, n bigint, hours int)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return query
    select j.task_identifier, count(*), floor(extract(epoch from now() - min(j.created_at)) / 3600)::int
    from graphile_worker.jobs j
    -- What the timetable or a message asks for has a key: the one comes again, the other says itself what became of it.
    where j.key is null and (j.attempts >= 5 or j.attempts >= j.max_attempts)
    group by 1
    union all
    select 'erasure', count(*), floor(extract(epoch from p_now - min(e.asked_at)) / 3600)::int
    from identity.erasure e
    where e.done_at is null and e.asked_at < p_now - interval '10 minutes'
    having count(*) > 0;
end $$;
comment on function identity.work_undone is 'Jobs of the outbox that failed five times and more, given up or not, by topic; and erasures not done ten minutes after they were asked for.';
revoke execute on function identity.work_undone from public;
grant execute on function identity.work_undone to lapor_web, lapor_worker;
