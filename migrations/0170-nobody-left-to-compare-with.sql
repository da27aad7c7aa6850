-- Whoever had erased who they are is compared with nothing any more, and an office may remember the name. Words about such a report, or one
-- merged with it, are judged by their looks alone, the more strictly (src/secrecy/letting-words-out.ts).
create function identity.somebody_erased(p_report uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from casework.report r cross join lateral casework.merged_with(r) k
    join identity.erasure e on e.report_id = k.id join identity.filing f on f.report_id = k.id
    where r.id = p_report and casework.sees(r) and f.print_salt is null) $$;
comment on function identity.somebody_erased is 'Whether any reporter of what was merged with this report had erased who they are; false of what the asker does not see.';
revoke execute on function identity.somebody_erased from public;
grant execute on function identity.somebody_erased to lapor_web;
