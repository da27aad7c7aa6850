-- SMS that wait are their own queue: taken many at a time by whichever process holds the gateways, and touched by nobody while no
-- gateway takes any.
alter table identity.message add column not_before timestamptz;
comment on column identity.message.not_before is 'Of an SMS: when it is asked about next; it may have to wait for another one to its number even so.';
update identity.message set not_before = created_at where channel = 'sms' and state in ('queued', 'failed');
create index message_due on identity.message (not_before, turn) where channel = 'sms' and state in ('queued', 'failed');

-- The first that waits to the same number behind this one, of those that are held for one of these reasons ('' for none), is asked
-- about at once.
create function identity.call_first(p_to bytea, p_behind bigint, p_held text[], p_at timestamptz) returns void
language sql security definer set search_path = pg_catalog as $$
  update identity.message set not_before = p_at where id = (
    select m.id from identity.message m
    where m.to_index = p_to and m.turn > p_behind and m.state in ('queued', 'failed') and coalesce(m.held, '') = any (p_held)
    order by m.turn limit 1)
$$;
revoke execute on function identity.call_first from public;
grant execute on function identity.call_first to lapor_worker;

-- What became of SMS that were sent or given up, and of those that shall be tried again: in one statement, and whoever waited for them
-- is asked about.
create function identity.settle_sms(p jsonb, p_at timestamptz) returns setof uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
  g record;
  m identity.message;
begin
  for g in
    select * from jsonb_to_recordset(p) as given(id uuid, state text, attempts int, "lastError" text, "sentAt" timestamptz, gateway text,
      "refHash" bytea, delivery text, "deliveryAt" timestamptz, "notBefore" timestamptz, unanswered int, preview jsonb)
    order by given.id
  loop
    update identity.message set state = g.state, attempts = g.attempts, last_error = g."lastError", sent_at = coalesce(g."sentAt", sent_at),
      gateway = coalesce(g.gateway, gateway), ref_hash = coalesce(g."refHash", ref_hash), delivery = coalesce(g.delivery, delivery),
      delivery_at = coalesce(g."deliveryAt", delivery_at), not_before = coalesce(g."notBefore", not_before),
      unanswered = unanswered + coalesce(g.unanswered, 0), preview = coalesce(g.preview, preview), held = null, claimed_until = null
    where id = g.id and state <> 'sent' returning * into m;
    continue when m.id is null;
    if m.state in ('sent', 'dead') and m.to_index is not null then
      perform identity.call_first(m.to_index, m.turn, '{"",order,quiet,budget}', p_at);
      perform identity.call_first(m.to_index, m.turn, '{"",order}', p_at);
    end if;
    return next m.id;
  end loop;
end $$;
revoke execute on function identity.settle_sms from public;
grant execute on function identity.settle_sms to lapor_worker;

-- SMS that do not leave now: why, and when they are asked about again. Whoever waited for them to go or to wait is asked about: the last
-- ones are written down first, lest one that was just called be told to wait again.
create function identity.hold_sms(p jsonb, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  g record;
  before text;
  m identity.message;
begin
  for g in
    select given.* from jsonb_to_recordset(p) as given(id uuid, held text, until timestamptz)
    join identity.message x on x.id = given.id order by x.turn desc nulls last
  loop
    select held into before from identity.message where id = g.id for update;
    update identity.message set state = 'queued', held = g.held, not_before = g.until, claimed_until = null
      where id = g.id and state in ('queued', 'failed') returning * into m;
    if m.id is not null and before is distinct from g.held then
      perform identity.call_first(m.to_index, m.turn, '{"",order}', p_at);
    end if;
  end loop;
end $$;
revoke execute on function identity.hold_sms from public;
grant execute on function identity.hold_sms to lapor_worker;

-- A message that was handed over, and nobody knows whether it left, has left when a receipt came since that is of no other message to
-- that number. Answers whether it has.
create function identity.settle_by_receipt(p_id uuid, p_since timestamptz, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  m identity.message;
  early identity.early_receipt;
begin
  select * into m from identity.message where id = p_id and state in ('queued', 'failed') for update;
  if m.to_index is null then
    return false;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('receipt ' || encode(m.to_index, 'hex'), 0));
  select * into early from identity.early_receipt r
    where r.to_index = m.to_index and r.gateway = coalesce(m.gateway, r.gateway) and r.at >= p_since order by r.at limit 1;
  if early.id is null then
    return false;
  end if;
  perform identity.settle_sms(jsonb_build_array(jsonb_build_object('id', p_id, 'state', 'sent', 'attempts', m.attempts, 'sentAt', p_at,
    'gateway', early.gateway, 'refHash', early.ref_hashes[1], 'delivery', early.delivery, 'deliveryAt', early.at)), p_at);
  return true;
end $$;
revoke execute on function identity.settle_by_receipt from public;
grant execute on function identity.settle_by_receipt to lapor_worker;
