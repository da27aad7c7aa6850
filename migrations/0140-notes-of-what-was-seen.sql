-- Words that stay inside are compared with whoever this account itself was shown, and with nobody else: not with a report that was
-- merged with it since, nor through an opening that was approved and never looked through. Otherwise a note tells a right guess about
-- somebody from a wrong one, and their ledger stays empty.
create function identity.looked_at_who(p_report uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from casework.look k join casework.opening o on o.report_id = k.report_id and o.n = k.n
    where k.report_id = p_report and k.page = 'identity' and o.what = 'identity' and k.account_id = casework.actor_account()) $$;
comment on function identity.looked_at_who is 'Whether the asker once saw who filed this report; of what was merged with it nothing.';

-- As in migration 122.
create or replace function identity.was_shown_who(p_report uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from casework.report r cross join lateral casework.merged_with(r) k
    where r.id = p_report and casework.sees(r) and identity.looked_at_who(k.id)) $$;
comment on function identity.was_shown_who is 'Whether the asker once saw who filed this report, or one merged with it.';

-- As in migration 120; p_inside: the words stay among offices.
drop function identity.try_words(uuid, bigint[], bigint[], bigint[], boolean, timestamptz, int, interval);
create function identity.try_words(
  p_report uuid, p_names bigint[], p_contacts bigint[], p_pieces bigint[], p_looks boolean, p_inside boolean, p_at timestamptz,
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
  into told from casework.merged_with(r) k join identity.filing f on f.report_id = k.id
  where not p_inside or identity.looked_at_who(k.id);
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
revoke execute on function identity.looked_at_who, identity.try_words from public;
grant execute on function identity.try_words to lapor_web;
