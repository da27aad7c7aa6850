-- Who filed for somebody that came, phoned or wrote was told who they are without any opening, and writes it into no note either.
create or replace function identity.looked_at_who(p_report uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from casework.look k join casework.opening o on o.report_id = k.report_id and o.n = k.n
    where k.report_id = p_report and k.page = 'identity' and o.what = 'identity' and k.account_id = casework.actor_account())
  or exists (
    select from casework.event e
    where e.report_id = p_report and e.move = 'submit' and e.actor_role <> 'reporter' and e.actor_id = casework.actor_account()) $$;
comment on function identity.looked_at_who is
  'Whether the asker once saw who filed this report, or wrote it down for them; of what was merged with it nothing.';
