-- What became of SMS that were sent or given up, and of those that shall be tried again: in one statement, and whoever waited for them
-- is asked about. When one failed is told no finer than its report may be.
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
    update identity.message own set state = g.state, attempts = g.attempts, last_error = g."lastError", sent_at = coalesce(g."sentAt", sent_at),
      gateway = coalesce(g.gateway, gateway), ref_hash = coalesce(g."refHash", ref_hash), delivery = coalesce(g.delivery, delivery),
      delivery_at = coalesce(g."deliveryAt", delivery_at), not_before = coalesce(g."notBefore", not_before),
      unanswered = unanswered + coalesce(g.unanswered, 0), preview = coalesce(g.preview, preview), held = null, claimed_until = null,
      failed_at = case
        when g.state = 'sent' or identity.is_decided(g."lastError") then failed_at
        when exists (select from casework.report r where r.id = own.report_id and r.without_identity) then date_trunc('hour', p_at, 'UTC')
        else p_at end,
      -- An answer that came late: it has left, whatever was decided meanwhile.
      given_up = case when g.state <> 'sent' then given_up end
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
