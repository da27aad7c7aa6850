-- When an SMS failed is told no finer than its report may be; and one that left after it had been given up has left.
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

-- An SMS that nobody knows to have left, and of which a receipt came since, has left: it is looked for before it is sent once more.
create or replace function identity.replay_message(p_id uuid, p_step text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  known identity.message;
begin
  if casework.actor_role() not in ('verifier', 'operator') and not casework.is_system()
    or p_step not in ('again', 'other_door') or (p_step = 'other_door' and casework.actor_role() <> 'verifier') then
    raise exception 'not for this role' using errcode = 'insufficient_privilege';
  end if;
  update identity.message m set state = 'queued', held = null, claimed_until = null,
    not_before = null, unanswered = case p_step when 'again' then unanswered else 0 end
  where m.id = p_id and m.state = 'dead' and m.given_up is null and not identity.is_decided(m.last_error)
  returning * into known;
  if not found then
    return false;
  end if;
  insert into identity.message_step (message_id, step, account_id, at) values (p_id, p_step, casework.actor_account(), p_at);
  insert into casework.outbox (topic, report_id, seq, at) values ('replay', p_id, case p_step when 'other_door' then 1 else 0 end, p_at);
  return true;
end $$;

-- Who wrote on X is told there, and chooses what.
create or replace function identity.news_of(p_report uuid) returns table (news text, news_by text, by_account boolean, two_ways boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select f.news, f.news_by, f.account_link is not null,
    coalesce(f.has_phone and f.has_email and f.account_link is null, false)
  from identity.filing f
  where f.report_id = p_report and casework.actor_role() = 'reporter' and casework.actor_report() = p_report
    and (f.account_link is not null or f.has_phone or f.has_email or f.x_index is not null)
$$;

create or replace function identity.choose_news(p_report uuid, p_news text, p_by text) returns boolean
language sql security definer set search_path = pg_catalog as $$
  with chosen as (
    update identity.filing f set news = p_news, news_by = p_by
    where f.report_id = p_report and casework.actor_role() = 'reporter' and casework.actor_report() = p_report
      and (f.account_link is not null or f.has_phone or f.has_email or f.x_index is not null)
      and (p_by is null or (f.has_phone and f.has_email and f.account_link is null))
    returning 1)
  select exists (select from chosen)
$$;
