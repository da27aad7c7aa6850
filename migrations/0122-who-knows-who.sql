-- Whoever was shown who filed writes it into no note or disposition either: the offices that read those may not know it (secrecy.md,
-- "anonymous report: anything about who"). Of others nothing is looked for there, so that notes are no place to guess.
create function identity.was_shown_who(p_report uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from casework.report r cross join lateral casework.merged_with(r) k join casework.opening o on o.report_id = k.id
    where r.id = p_report and casework.sees(r) and o.what = 'identity' and o.decision = 'approved'
      and o.asked_by = casework.actor_account()) $$;
comment on function identity.was_shown_who is 'Whether the asker once had it opened who filed this report, or one merged with it.';
revoke execute on function identity.was_shown_who from public;
grant execute on function identity.was_shown_who to lapor_web;
