-- Words about one of several reports that were merged are words about all of them: whoever filed a merged report is looked for in what is
-- said on its parent, and may hide where the parent's reporter does not. The offices of the one need not be those of the other, so the
-- judge, not the asker, reads who belongs together.
create function casework.merged_with(r casework.report) returns setof casework.report language sql stable set search_path = pg_catalog as $$
  select k from casework.report k where k.id = coalesce(r.merged_into, r.id)
  union all
  select k from casework.report k where k.merged_into = coalesce(r.merged_into, r.id) $$;
comment on function casework.merged_with is 'The report, and those that were merged with it.';

create function identity.somebody_hides(p_report uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(bool_or(k.anonymous or k.confidential or k.without_identity), false)
  from casework.report r cross join lateral casework.merged_with(r) k
  where r.id = p_report and casework.sees(r) $$;
comment on function identity.somebody_hides is 'Whether any reporter of what was merged with this report hides; false of what the asker does not see.';

create or replace function identity.print_salts(p_report uuid) returns bytea[] language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(f.print_salt), '{}') from casework.report r
  cross join lateral casework.merged_with(r) k
  join identity.filing f on f.report_id = k.id
  where r.id = p_report and casework.sees(r) and f.print_salt is not null $$;

-- As in migration 51, over all that were merged. A name that its reporter shows to everybody may be said of that report alone.
create or replace function identity.try_words(
  p_report uuid, p_names bigint[], p_contacts bigint[], p_pieces bigint[], p_looks boolean, p_at timestamptz,
  p_most int, p_pause interval
) returns text language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  stops int;
  latest timestamptz;
  told boolean;
begin
  select * into r from casework.report where id = p_report;
  if not found or not casework.sees(r) or casework.actor_account() is null then
    return 'absent';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_report::text || casework.actor_account()::text, 1740));
  select count(*), max(at) into stops, latest from identity.word_stop
  where report_id = p_report and account_id = casework.actor_account() and at > p_at - interval '1 day';
  if stops >= p_most and latest > p_at - p_pause then
    return 'wait';
  end if;
  select p_looks or coalesce(bool_or(
      f.contact_prints && p_contacts
      or ((k.shown_name is null or k.anonymous or k.confidential or k.without_identity)
        and (f.name_prints && p_names or (cardinality(f.name_pieces) > 0 and f.name_pieces <@ p_pieces)))), false)
  into told from casework.merged_with(r) k join identity.filing f on f.report_id = k.id;
  if not told then
    return 'pass';
  end if;
  insert into identity.word_stop (report_id, account_id, at)
  values (p_report, casework.actor_account(), p_at);
  if stops + 1 = p_most then
    insert into casework.outbox (topic, report_id, seq, at) values ('guessing', p_report, r.last_seq, p_at);
  end if;
  return 'stopped';
end $$;

revoke execute on function identity.somebody_hides, casework.merged_with from public;
grant execute on function identity.somebody_hides to lapor_web;
