-- Who heads an office is written down outside the database too (migration 116): a restored older backup would otherwise lock out
-- whoever headed it then, from what is filed about its head from now on.
create function identity.note_holder() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into casework.outbox (topic, report_id, seq, at) values ('access', new.account_id, 0, now());
  return null;
end $$;
create trigger note_holder after insert or update of until, acting on identity.holder
  for each row execute function identity.note_holder();

create or replace function identity.access_of(p_account uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare
  a identity.account;
begin
  if not casework.is_system() then
    raise exception 'only the system keeps the journal' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('access ' || p_account, 0));
  select * into a from identity.account where id = p_account;
  return jsonb_strip_nulls(jsonb_build_object('account', a.id, 'role', a.role, 'office', a.agency_id, 'disabled', a.disabled_at is not null,
    'password', a.password_hash, 'revoked', coalesce((select jsonb_agg(encode(t.token_hash, 'hex') order by t.token_hash) from identity.token t
      where t.revoked_at is not null and t.account_id is not distinct from a.id), '[]'),
    'heads', (select coalesce(jsonb_agg(jsonb_build_object('office', h.unit_id, 'acting', h.acting) order by h.unit_id), '[]')
      from identity.holder h where h.account_id = a.id and h.until is null)));
end $$;

revoke execute on function identity.note_holder from public;

-- Who was appointed before this migration.
insert into casework.outbox (topic, report_id, seq, at) select distinct 'access', h.account_id, 0, now() from identity.holder h;
