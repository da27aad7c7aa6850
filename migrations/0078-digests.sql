-- Officers may have one letter a working morning instead of many. What waits for it is kept as it is, and marked with the digest that
-- took it along; it counts as sent when that is.
alter table identity.account add column digest boolean not null default false;
comment on column identity.account.digest is 'Letters wait for one at 07:30 of a working day, in the zone of the office.';

alter table identity.message
  add column within uuid references identity.message on delete set null,
  drop constraint message_held_check,
  add constraint message_held_check check (held in ('quiet', 'budget', 'order', 'digest'));
comment on column identity.message.within is 'The digest that says it.';
create index message_within on identity.message (within) where within is not null;
create index message_for_digest on identity.message (account_id, created_at) where held = 'digest' and state = 'queued';

create function identity.account_digest() returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select digest from identity.account where id = casework.actor_account() $$;
create function identity.choose_account_digest(p_digest boolean) returns void language sql security definer set search_path = pg_catalog as $$
  update identity.account set digest = p_digest
  where id = casework.actor_account() and role in ('verifier', 'coordinator', 'officer', 'supervisor') $$;
revoke execute on function identity.account_digest, identity.choose_account_digest from public;
grant execute on function identity.account_digest, identity.choose_account_digest to lapor_web;
