-- Operators' message centres (SMPP 3.4) and mapped HTTP gateways are rows like Kannel. For SMPP `url` is smpp://host:port, or
-- smpps:// with TLS; an HTTP gateway that only brings messages has none.
alter table identity.gateway
  drop constraint gateway_kind_check,
  drop constraint gateway_url_check,
  alter column url drop not null,
  add constraint gateway_kind_check check (kind in ('kannel', 'smpp', 'infobip', 'twilio', 'africas-talking', 'vonage')),
  add constraint gateway_url_check check (url ~ '^(https?|smpps?)://' and length(url) <= 500),
  add constraint gateway_has_url check (url is not null or kind not in ('kannel', 'smpp')),
  add column bind text check (bind in ('transceiver', 'pair')),
  add column system_type text not null default '' check (length(system_type) <= 12),
  add column window_size int not null default 20 check (window_size between 1 and 1000),
  add column per_second int not null default 100 check (per_second between 1 and 10000),
  add column prefixes text[] not null default '{}',
  add column alphabet text not null default 'gsm7' check (alphabet in ('gsm7', 'latin1')),
  add column authority text check (length(authority) <= 20000),
  add column hook_secret text,
  add constraint gateway_binds check ((kind = 'smpp') = (bind is not null));
comment on column identity.gateway.bind is 'One connection for both ways, or a transmitter and a receiver.';
comment on column identity.gateway.window_size is 'So many messages may wait for the operator''s answer at once.';
comment on column identity.gateway.per_second is 'No more than so many messages leave in a second.';
comment on column identity.gateway.prefixes is 'Numbers that begin so (+62811…) go through this one first.';
comment on column identity.gateway.alphabet is 'What data_coding 0 means to this operator.';
comment on column identity.gateway.authority is 'PEM of who signed the operator''s certificate, where no public authority did.';
comment on column identity.gateway.hook_secret is 'With what the gateway signs what it posts: sealed as words are, for the web process checks it.';

-- How each connection is, as the process that holds it last said. Nothing of a message or a person.
create table identity.gateway_state (
  gateway_id uuid references identity.gateway on delete cascade,
  line text not null check (line in ('transceiver', 'transmitter', 'receiver')),
  state text not null check (state in ('connecting', 'bound', 'throttled', 'down')),
  since timestamptz not null,
  reason text check (reason ~ '^[a-z0-9 _]{1,60}$'),
  seen_at timestamptz not null,
  primary key (gateway_id, line)
);
comment on table identity.gateway_state is 'Binds and how they are; whoever holds them writes it every few seconds.';
comment on column identity.gateway_state.reason is 'Why it is down: a word of ours or a status of SMPP, never words of the other side.';
alter table identity.gateway_state enable row level security;
create policy worker on identity.gateway_state to lapor_worker using (true) with check (true);
grant select, insert, update, delete on identity.gateway_state to lapor_worker;

create function identity.gateway_states() returns table (name text, kind text, line text, state text, since timestamptz, reason text, seen_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select g.name, g.kind, s.line, s.state, s.since, s.reason, s.seen_at
    from identity.gateway g left join identity.gateway_state s on s.gateway_id = g.id order by g.name, s.line
$$;
revoke execute on function identity.gateway_states from public;
grant execute on function identity.gateway_states to lapor_web, lapor_worker;

-- The process that holds the binds keeps what they bring.
grant execute on function identity.keep_arrival to lapor_worker;

-- SMPP gives a message no id. What is said again in the same words is another message once we know that our answer to the first one
-- arrived; until then it is the first one, brought again.
create table identity.brought (
  gateway text not null,
  content_hash bytea not null check (octet_length(content_hash) = 32),
  times int not null,
  acknowledged boolean not null,
  at timestamptz not null,
  primary key (gateway, content_hash)
);
comment on table identity.brought is 'How often the same words came from one number, as keyed hashes; for three days.';
comment on column identity.brought.acknowledged is 'The operator has our answer and will not bring it again.';
create index brought_at on identity.brought (at);
alter table identity.brought enable row level security;
create policy worker on identity.brought to lapor_worker using (true) with check (true);
grant select, insert, update, delete on identity.brought to lapor_worker;

-- Keeps what an operator brought, once: p as for keep_arrival, without message_hash, and the keyed hash of all that it says.
create function identity.keep_brought(p jsonb, p_content bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  nth int;
begin
  insert into identity.brought as b (gateway, content_hash, times, acknowledged, at)
  values (p->>'gateway', p_content, 1, false, (p->>'arrived_at')::timestamptz)
  on conflict (gateway, content_hash) do update set
    times = b.times + case when b.acknowledged then 1 else 0 end,
    acknowledged = false,
    at = excluded.at
  returning times into nth;
  return identity.keep_arrival(p || jsonb_build_object('message_hash', sha256(p_content || int4send(nth))));
end $$;
revoke execute on function identity.keep_brought from public;
grant execute on function identity.keep_brought to lapor_worker;
