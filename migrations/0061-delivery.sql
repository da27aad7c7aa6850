-- What became of an SMS after the operator took it. The operator's id of a message leads to a telephone at the operator: a keyed hash
-- of it is kept, by which its receipts are found.
alter table identity.message
  add column gateway text,
  add column ref_hash bytea check (octet_length(ref_hash) = 32),
  add column delivery text check (delivery in ('accepted', 'delivered', 'undeliverable', 'expired', 'unknown')),
  add column delivery_at timestamptz,
  add column unanswered int not null default 0;
comment on column identity.message.gateway is 'Through which gateway it left.';
comment on column identity.message.delivery is 'accepted: the operator has it; then what its receipt says, of which delivered is never taken back. unknown: handed over at delivery_at, without an answer.';
comment on column identity.message.unanswered is 'How often it was handed over and no answer came: it may have left.';
create index message_ref on identity.message (gateway, ref_hash) where ref_hash is not null;
create index message_delivery on identity.message (gateway, delivery) where delivery is not null;

-- Receipts that came before the answer that names their message.
create table identity.early_receipt (
  id uuid primary key,
  gateway text not null,
  ref_hashes bytea[] not null,
  to_index bytea not null check (octet_length(to_index) = 32),
  delivery text not null,
  at timestamptz not null
);
comment on table identity.early_receipt is 'Delivery receipts whose message is not known yet; for three days.';
create index early_receipt_to on identity.early_receipt (to_index);
create index early_receipt_at on identity.early_receipt (at);
alter table identity.early_receipt enable row level security;
create policy worker on identity.early_receipt to lapor_worker using (true) with check (true);
grant select, insert, update, delete on identity.early_receipt to lapor_worker;

create function identity.delivery_rank(p text) returns int language sql immutable set search_path = pg_catalog as $$
  select case p when 'delivered' then 4 when 'undeliverable' then 3 when 'expired' then 3 when 'unknown' then 2 when 'accepted' then 1 else 0 end
$$;
revoke execute on function identity.delivery_rank from public;
grant execute on function identity.delivery_rank to lapor_worker;

-- Notes a receipt at its message; one that is not known yet is kept until it is. Operators write the id of a message otherwise in its
-- receipt now and then: p_refs are the ways to write it, the likeliest first, and the number decides.
create function identity.note_receipt(p_id uuid, p_gateway text, p_refs bytea[], p_to bytea, p_delivery text, p_at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  found_id uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('receipt ' || encode(p_to, 'hex'), 0));
  select m.id into found_id from identity.message m
    where m.gateway = p_gateway and m.ref_hash = any (p_refs) and m.to_index = p_to
    order by array_position(p_refs, m.ref_hash), m.sent_at desc limit 1;
  if found_id is null then
    insert into identity.early_receipt values (p_id, p_gateway, p_refs, p_to, p_delivery, p_at);
    return 'early';
  end if;
  update identity.message set delivery = p_delivery, delivery_at = p_at
    where id = found_id and identity.delivery_rank(p_delivery) > identity.delivery_rank(delivery);
  return case when found then 'noted' else 'known' end;
end $$;
revoke execute on function identity.note_receipt from public;
grant execute on function identity.note_receipt to lapor_worker;

-- A message that an operator has taken: receipts that came before this are noted with it.
create function identity.note_accepted() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  early record;
begin
  perform pg_advisory_xact_lock(hashtextextended('receipt ' || encode(new.to_index, 'hex'), 0));
  for early in
    delete from identity.early_receipt r
    where r.to_index = new.to_index and r.gateway = new.gateway and new.ref_hash = any (r.ref_hashes) returning r.delivery, r.at
  loop
    if identity.delivery_rank(early.delivery) > identity.delivery_rank(new.delivery) then
      new.delivery := early.delivery;
      new.delivery_at := early.at;
    end if;
  end loop;
  return new;
end $$;
revoke execute on function identity.note_accepted from public;
create trigger note_accepted before update of ref_hash on identity.message
  for each row when (new.ref_hash is not null and new.ref_hash is distinct from old.ref_hash and new.to_index is not null)
  execute function identity.note_accepted();

-- What became of SMS, by gateway: counts alone.
create function identity.sms_deliveries() returns table (gateway text, delivery text, n bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select m.gateway, m.delivery, count(*) from identity.message m where m.delivery is not null group by 1, 2
$$;
revoke execute on function identity.sms_deliveries from public;
grant execute on function identity.sms_deliveries to lapor_web, lapor_worker;
