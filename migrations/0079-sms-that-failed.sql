-- SMS that could not be sent are read and tried again like letters: when they failed is written down with what became of them, and who
-- has one tried again wants it sent, whatever was unknown of it before.
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
    update identity.message set state = g.state, attempts = g.attempts, last_error = g."lastError", sent_at = coalesce(g."sentAt", sent_at),
      gateway = coalesce(g.gateway, gateway), ref_hash = coalesce(g."refHash", ref_hash), delivery = coalesce(g.delivery, delivery),
      delivery_at = coalesce(g."deliveryAt", delivery_at), not_before = coalesce(g."notBefore", not_before),
      unanswered = unanswered + coalesce(g.unanswered, 0), preview = coalesce(g.preview, preview), held = null, claimed_until = null,
      failed_at = case when g.state in ('failed', 'dead') then p_at else failed_at end
    where id = g.id and state <> 'sent' returning * into m;
    continue when m.id is null;
    if m.state in ('sent', 'dead') and m.to_index is not null then
      perform identity.call_first(m.to_index, m.turn, '{"",order,quiet,budget}', p_at);
      perform identity.call_first(m.to_index, m.turn, '{"",order}', p_at);
    end if;
    return next m.id;
  end loop;
end $$;

create or replace function identity.replay_message(p_id uuid, p_step text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  known identity.message;
begin
  if casework.actor_role() not in ('verifier', 'operator') and not casework.is_system()
    or p_step not in ('again', 'other_door') or (p_step = 'other_door' and casework.actor_role() <> 'verifier') then
    raise exception 'not for this role' using errcode = 'insufficient_privilege';
  end if;
  update identity.message m set state = 'queued', held = null, claimed_until = null, not_before = null, unanswered = 0, delivery = null,
    delivery_at = null, ref_hash = null
  where m.id = p_id and m.state = 'dead' and m.given_up is null and not identity.is_decided(m.last_error)
  returning * into known;
  if not found then
    return false;
  end if;
  insert into identity.message_step (message_id, step, account_id, at) values (p_id, p_step, casework.actor_account(), p_at);
  insert into casework.outbox (topic, report_id, seq, at) values ('replay', p_id, case p_step when 'other_door' then 1 else 0 end, p_at);
  return true;
end $$;
