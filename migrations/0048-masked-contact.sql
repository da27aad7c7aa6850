-- The national desk is told that there is a way to reach whoever filed an open or confidential report, never what it is: who wants
-- to know that asks for an opening. The same rule: src/secrecy/can.ts, see_masked.
create function identity.contact_kinds(p_report uuid) returns table (phone boolean, email boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select f.phone_index is not null, f.email_index is not null
  from identity.filing f join casework.report r on r.id = f.report_id
  where f.report_id = p_report and casework.actor_role() = 'verifier' and casework.sees(r)
    and not r.anonymous and not r.without_identity
$$;
revoke execute on function identity.contact_kinds from public;
grant execute on function identity.contact_kinds to lapor_web;
