-- SMS leave through HTTP gateways too. One that has a password of ours sends; the others only bring messages.
alter table identity.gateway
  add column priority int not null default 5 check (priority between 1 and 99),
  add constraint gateway_sends check (sealed_password is null or url is not null);
comment on column identity.gateway.priority is 'Of HTTP gateways: the lowest is asked first.';

-- How it goes with an HTTP gateway stands beside the binds.
alter table identity.gateway_state
  drop constraint gateway_state_line_check,
  add constraint gateway_state_line_check check (line in ('transceiver', 'transmitter', 'receiver', 'http'));

-- What came back undeliverable through one gateway goes once more through another.
alter table identity.message
  add column first_gateway text,
  add column first_ref_hash bytea check (octet_length(first_ref_hash) = 32);
comment on column identity.message.first_gateway is 'It came back undeliverable there and goes, or went, once more through another.';
create index message_first_ref on identity.message (first_gateway, first_ref_hash) where first_ref_hash is not null;
create index message_own_ref on identity.message (ref_hash) where ref_hash is not null;
create index message_own_first_ref on identity.message (first_ref_hash) where first_ref_hash is not null;

-- Receipts by a reference of our own, which a gateway calls us back with, name no number.
alter table identity.early_receipt alter column to_index drop not null;
create index early_receipt_own on identity.early_receipt (ref_hashes) where to_index is null;
comment on column identity.early_receipt.to_index is 'Null where it names a message by our own reference.';

-- Whether there is a gateway through which SMS may leave but this one, away or not.
create function identity.sends_besides(p_gateway text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from identity.gateway g where g.name <> p_gateway and g.sealed_password is not null)
$$;
revoke execute on function identity.sends_besides from public;
grant execute on function identity.sends_besides to lapor_worker;

-- A message to this number has left or is given up: the first that waited for it is asked about, and the first that only waited for its turn.
create function identity.call_next(p_to bytea, p_turn bigint, p_at timestamptz) returns void
language plpgsql set search_path = pg_catalog as $$
begin
  perform identity.call_first(p_to, p_turn, '{"",order,quiet,budget}', p_at);
  perform identity.call_first(p_to, p_turn, '{"",order}', p_at);
end $$;
revoke execute on function identity.call_next from public;

-- A message as it is with this receipt. Delivered is never taken back. What was handed over without an answer has left when a receipt
-- says so. What was handed over once and came back within a day goes once more, where there is another gateway.
create function identity.with_receipt(m identity.message, p_delivery text, p_at timestamptz) returns identity.message
language plpgsql stable set search_path = pg_catalog as $$
declare
  handed int := m.unanswered + case m.state when 'sent' then 1 else 0 end;
  left_at timestamptz := coalesce(m.sent_at, m.delivery_at);
begin
  if identity.delivery_rank(p_delivery) <= identity.delivery_rank(m.delivery) then
    return m;
  end if;
  m.delivery := p_delivery;
  m.delivery_at := p_at;
  if m.state in ('failed', 'dead') and m.unanswered > 0 and p_delivery in ('delivered', 'undeliverable', 'expired')
    and (m.claimed_until is null or m.claimed_until <= p_at) then
    m.state := 'sent';
    m.sent_at := p_at;
    m.last_error := null;
    m.held := null;
    m.given_up := null;
  end if;
  if p_delivery = 'undeliverable' and m.state = 'sent' and m.first_gateway is null and handed = 1
    and left_at > p_at - interval '1 day'
    and identity.sends_besides(m.gateway) then
    m.first_gateway := m.gateway;
    m.first_ref_hash := m.ref_hash;
    m.gateway := null;
    m.ref_hash := null;
    m.delivery := null;
    m.delivery_at := null;
    m.state := 'queued';
    m.unanswered := 0;
    m.not_before := p_at;
    m.claimed_until := null;
  end if;
  return m;
end $$;
revoke execute on function identity.with_receipt from public;

-- p_first: of the gateway through which it came back before; that it arrived there after all is all that counts.
create function identity.apply_receipt(p_id uuid, p_first boolean, p_delivery text, p_at timestamptz) returns text
language plpgsql set search_path = pg_catalog as $$
declare
  m identity.message;
  n identity.message;
begin
  select * into m from identity.message where id = p_id for update;
  if p_first then
    n := m;
    if p_delivery = 'delivered' then
      n.delivery := 'delivered';
      n.delivery_at := case when m.delivery = 'delivered' then m.delivery_at else p_at end;
      if m.state <> 'sent' and (m.claimed_until is null or m.claimed_until <= p_at) then
        n.state := 'sent';
        n.gateway := m.first_gateway;
        n.last_error := null;
        n.held := null;
        n.given_up := null;
      end if;
    end if;
  else
    n := identity.with_receipt(m, p_delivery, p_at);
  end if;
  if n is not distinct from m then
    return 'known';
  end if;
  update identity.message set delivery = n.delivery, delivery_at = n.delivery_at, state = n.state, sent_at = n.sent_at, gateway = n.gateway,
      ref_hash = n.ref_hash, first_gateway = n.first_gateway, first_ref_hash = n.first_ref_hash, last_error = n.last_error, held = n.held,
      given_up = n.given_up, unanswered = n.unanswered, not_before = n.not_before, claimed_until = n.claimed_until
    where id = p_id;
  if n.state = 'sent' and m.state <> 'sent' and m.to_index is not null then
    perform identity.call_next(m.to_index, m.turn, p_at);
  end if;
  return case when n.state = 'queued' and m.state <> 'queued' then 'again' else 'noted' end;
end $$;
revoke execute on function identity.apply_receipt from public;

-- As before; of one that went through two gateways the receipts of both are known.
create or replace function identity.note_receipt(p_id uuid, p_gateway text, p_refs bytea[], p_to bytea, p_delivery text, p_at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  found_id uuid;
  is_first boolean;
begin
  perform pg_advisory_xact_lock(hashtextextended('receipt ' || encode(p_to, 'hex'), 0));
  select c.id, c.first into found_id, is_first from (
    select m.id, false as first, m.ref_hash as ref, m.sent_at from identity.message m
      where m.gateway = p_gateway and m.ref_hash = any (p_refs) and m.to_index = p_to
    union all
    select m.id, true, m.first_ref_hash, m.sent_at from identity.message m
      where m.first_gateway = p_gateway and m.first_ref_hash = any (p_refs) and m.to_index = p_to) c
    order by array_position(p_refs, c.ref), c.sent_at desc limit 1;
  if found_id is not null then
    return identity.apply_receipt(found_id, is_first, p_delivery, p_at);
  end if;
  insert into identity.early_receipt (id, gateway, ref_hashes, to_index, delivery, at)
    select p_id, p_gateway, p_refs, p_to, p_delivery, p_at where not exists (
      select from identity.early_receipt e
      where e.to_index = p_to and e.gateway = p_gateway and e.ref_hashes = p_refs and e.delivery = p_delivery);
  return 'early';
end $$;

-- Notes a receipt that names a message by our own reference.
create function identity.note_own_receipt(p_id uuid, p_gateway text, p_ref bytea, p_delivery text, p_at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  found_id uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('receipt ' || encode(p_ref, 'hex'), 0));
  select m.id into found_id from identity.message m where m.ref_hash = p_ref;
  if found_id is not null then
    return identity.apply_receipt(found_id, false, p_delivery, p_at);
  end if;
  select m.id into found_id from identity.message m where m.first_ref_hash = p_ref;
  if found_id is not null then
    return identity.apply_receipt(found_id, true, p_delivery, p_at);
  end if;
  insert into identity.early_receipt (id, gateway, ref_hashes, to_index, delivery, at)
    select p_id, p_gateway, array[p_ref], null, p_delivery, p_at where not exists (
      select from identity.early_receipt e where e.to_index is null and e.ref_hashes = array[p_ref] and e.delivery = p_delivery);
  return 'early';
end $$;
revoke execute on function identity.note_own_receipt from public;
grant execute on function identity.note_receipt, identity.note_own_receipt to lapor_web, lapor_worker;

create or replace function identity.note_accepted() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  early record;
begin
  if new.to_index is not null then
    perform pg_advisory_xact_lock(hashtextextended('receipt ' || encode(new.to_index, 'hex'), 0));
  end if;
  perform pg_advisory_xact_lock(hashtextextended('receipt ' || encode(new.ref_hash, 'hex'), 0));
  for early in
    with known as (
      delete from identity.early_receipt r
      where r.to_index = new.to_index and r.gateway = new.gateway and new.ref_hash = any (r.ref_hashes)
        or r.to_index is null and r.ref_hashes = array[new.ref_hash] returning r.delivery, r.at)
    select * from known order by identity.delivery_rank(known.delivery) desc limit 1
  loop
    new := identity.with_receipt(new, early.delivery, early.at);
  end loop;
  return new;
end $$;
drop trigger note_accepted on identity.message;
create trigger note_accepted before update of ref_hash on identity.message
  for each row when (new.ref_hash is not null and new.ref_hash is distinct from old.ref_hash) execute function identity.note_accepted();

-- As before; what is known to have been delivered meanwhile stays so, whatever became of the try.
create or replace function identity.settle_sms(p jsonb, p_at timestamptz) returns setof uuid
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
    update identity.message own set state = case when own.delivery = 'delivered' then 'sent' else g.state end, attempts = g.attempts,
      last_error = case when own.delivery = 'delivered' then null else g."lastError" end, sent_at = coalesce(g."sentAt", sent_at),
      gateway = coalesce(g.gateway, gateway), ref_hash = coalesce(g."refHash", ref_hash),
      delivery = case when own.delivery = 'delivered' then own.delivery else coalesce(g.delivery, delivery) end,
      delivery_at = case when own.delivery = 'delivered' then own.delivery_at else coalesce(g."deliveryAt", delivery_at) end,
      not_before = coalesce(g."notBefore", not_before),
      unanswered = greatest(unanswered + coalesce(g.unanswered, 0), 0), preview = coalesce(g.preview, preview), held = null, claimed_until = null,
      failed_at = case
        when g.state = 'sent' or identity.is_decided(g."lastError") then failed_at
        when exists (select from casework.report r where r.id = own.report_id and r.without_identity) then date_trunc('hour', p_at, 'UTC')
        else p_at end,
      -- An answer that came late: it has left, whatever was decided meanwhile.
      given_up = case when g.state <> 'sent' then given_up end
    where id = g.id and state <> 'sent' returning * into m;
    continue when m.id is null;
    if m.state in ('sent', 'dead') and m.to_index is not null then
      perform identity.call_next(m.to_index, m.turn, p_at);
    end if;
    return next m.id;
  end loop;
end $$;

-- A message that was handed over, and nobody knows whether it left, has left when a receipt came since that is of no other message to
-- that number. Answers whether it has; what the receipt says is noted as it is settled.
create or replace function identity.settle_by_receipt(p_id uuid, p_since timestamptz, p_at timestamptz) returns boolean
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
    'gateway', early.gateway, 'refHash', early.ref_hashes[1], 'delivery', 'accepted', 'deliveryAt', early.at, 'unanswered', -1)), p_at);
  return true;
end $$;

-- What became of SMS, by gateway: counts alone. resent: came back there and went once more; unmatched: receipts of no message that we know.
create or replace function identity.sms_deliveries() returns table (gateway text, delivery text, n bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select m.gateway, m.delivery, count(*) from identity.message m where m.delivery is not null group by 1, 2
  union all
  select m.first_gateway, 'resent', count(*) from identity.message m where m.first_gateway is not null group by 1
  union all
  select e.gateway, 'unmatched', count(*) from identity.early_receipt e group by 1
$$;
