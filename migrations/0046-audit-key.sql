-- The key that signs heads may be changed: the key before signs who comes after it, and for which heads, so that whoever kept
-- an old key follows to the new one, and an old key signs nothing any more.
create table publication.audit_key (
  number int primary key check (number > 0),
  after_head int not null check (after_head >= 0),
  old_key bytea not null unique check (length(old_key) = 32),
  new_key bytea not null unique check (length(new_key) = 32 and new_key <> old_key),
  signature bytea not null check (length(signature) = 64)
);
comment on table publication.audit_key is 'Which key followed which; the first has no row. Signed (Ed25519) by the key before.';
comment on column publication.audit_key.after_head is 'The last head that the old key signed; 0 when it signed none.';
create trigger append_only before update or delete on publication.audit_key for each row execute function casework.keep_audit();
alter table publication.audit_key enable row level security;
create policy everyone on publication.audit_key for select using (true);
grant select on publication.audit_key to lapor_public, lapor_web, lapor_worker;
