-- A reason may quote what it is about, so it is sealed under the report's key like the report's own words. How many words it has
-- is then for whoever seals it to see.
do $$
declare
  name text;
begin
  select conname into name from pg_constraint
  where conrelid = 'casework.opening'::regclass and pg_get_constraintdef(oid) like '%regexp_split_to_array%';
  execute format('alter table casework.opening drop constraint %I', name);
end $$;
alter table casework.opening add constraint reason_is_sealed check (casework.is_sealed(reason) and length(reason) <= 8000);

-- As before, and a reason may be sealed anew.
create or replace function casework.guard_opening() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  before casework.opening;
begin
  if tg_op in ('DELETE', 'TRUNCATE') then
    raise exception 'the ledger is only ever added to' using errcode = 'check_violation';
  end if;
  if tg_op = 'INSERT' then
    if new.decision is not null or new.public_key is not null then
      raise exception 'an opening begins as a request' using errcode = 'check_violation';
    end if;
    perform from identity.account a where a.id = new.asked_by and a.role = new.asked_role and a.disabled_at is null;
  else
    before := old;
    before.public_key := new.public_key;
    before.sealed := new.sealed;
    if casework.is_sealed(new.reason) then
      before.reason := new.reason; -- the same words, under newer keys; only the owner of the tables may write it
    end if;
    if old.decision is null then
      before.decision := new.decision;
      before.decided_by := new.decided_by;
      before.decided_role := new.decided_role;
      before.decided_office := new.decided_office;
      before.decided_at := new.decided_at;
      before.ends_at := new.ends_at;
    end if;
    if new is distinct from before then
      raise exception 'the ledger is only ever added to' using errcode = 'check_violation';
    end if;
    if old.decision is not null or new.decision is null then
      return new;
    end if;
    perform from identity.account a where a.id = new.decided_by and a.role = new.decided_role and a.disabled_at is null;
  end if;
  if not found then
    raise exception 'only a verifier or a supervisor asks and decides' using errcode = 'check_violation';
  end if;
  return new;
end $$;

comment on column casework.opening.reason is 'In words, sealed under the report''s key.';
