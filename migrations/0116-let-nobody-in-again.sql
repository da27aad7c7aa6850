-- What a restored older backup would undo is written down outside the database too (src/secrecy/access-journal.ts): who was moved,
-- disabled, given another password, which tokens were revoked, and what was opened. An outbox row says that there is something to write;
-- the job reads it all. Access without an account (gateways, metrics) has the id of nobody.
create function identity.note_access() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into casework.outbox (topic, report_id, seq, at) values ('access', new.id, 0, now());
  return null;
end $$;
create trigger note_access after update of role, agency_id, disabled_at, password_hash on identity.account
  for each row when ((new.role, new.agency_id, new.disabled_at, new.password_hash)
    is distinct from (old.role, old.agency_id, old.disabled_at, old.password_hash))
  execute function identity.note_access();

create function identity.note_revoked() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into casework.outbox (topic, report_id, seq, at)
  values ('access', coalesce(new.account_id, '00000000-0000-0000-0000-000000000000'), 0, now());
  return null;
end $$;
create trigger note_revoked after update of revoked_at on identity.token
  for each row when (new.revoked_at is distinct from old.revoked_at)
  execute function identity.note_revoked();

create function casework.note_opened() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into casework.outbox (topic, report_id, seq, at) values ('opened', new.report_id, new.n, now());
  return null;
end $$;
create trigger note_opened after insert or update of decision on casework.opening
  for each row execute function casework.note_opened();
create trigger note_looked after insert on casework.look
  for each row execute function casework.note_opened();

-- What of an account, or of the tokens without one, must not be undone; its lock, so that the last line is the latest.
create function identity.access_of(p_account uuid) returns jsonb language plpgsql security definer set search_path = pg_catalog as $$
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
      where t.revoked_at is not null and t.account_id is not distinct from a.id), '[]')));
end $$;

-- Restores that this database went through, for whoever reads a ledger: what it cannot know.
create table casework.restored (
  at timestamptz primary key,
  backup_at timestamptz not null,
  known_until timestamptz,
  check (backup_at <= at and known_until <= at)
);
comment on table casework.restored is 'When this database was filled from which backup.';
comment on column casework.restored.known_until is 'Up to when the journal beside the keys told what was opened; null when it was not there.';
alter table casework.restored enable row level security;
create policy all_read on casework.restored for select to lapor_web, lapor_worker using (true);
grant select on casework.restored to lapor_web, lapor_worker;

revoke execute on function identity.note_access, identity.note_revoked, casework.note_opened, identity.access_of from public;
grant execute on function identity.access_of to lapor_worker;

-- What changed before this migration.
insert into casework.outbox (topic, report_id, seq, at) select 'opened', o.report_id, o.n, now() from casework.opening o;
insert into casework.outbox (topic, report_id, seq, at) select 'access', a.id, 0, now() from identity.account a
where a.disabled_at is not null or exists (select from identity.token t where t.account_id = a.id and t.revoked_at is not null);
insert into casework.outbox (topic, report_id, seq, at) select 'access', '00000000-0000-0000-0000-000000000000', 0, now()
where exists (select from identity.token t where t.account_id is null and t.revoked_at is not null);
