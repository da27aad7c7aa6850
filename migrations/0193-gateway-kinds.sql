-- How an HTTP gateway writes what it brings is a row: names of fields, a dot for a field within a field. Four come with us, as their
-- documentation names the fields (MO_JSON_2; form; form; JSON or form), read in November 2026. How a gateway signs stays code.
create table identity.gateway_kind (
  kind text primary key check (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
  mapping jsonb check (jsonb_typeof(mapping) = 'object' and length(mapping::text) <= 10000),
  signature text not null default 'token' check (signature in ('token', 'twilio', 'vonage')),
  is_ours boolean not null default false,
  check (mapping is not null or is_ours)
);
comment on table identity.gateway_kind is 'Kinds of SMS gateways. Without a mapping: Kannel and SMPP, which have readers of their own.';
comment on column identity.gateway_kind.mapping is 'Where the sender, the text, the id, the time, the parts and the receipt stand: parts/mapping.ts.';
comment on column identity.gateway_kind.signature is 'How whoever posts proves itself: a token of ours, or with a signature as Twilio or Vonage reckons it.';
comment on column identity.gateway_kind.is_ours is 'Came with us: no operator changes it.';
alter table identity.gateway_kind enable row level security;
create policy worker on identity.gateway_kind for select to lapor_worker using (true);
grant select on identity.gateway_kind to lapor_worker;

insert into identity.gateway_kind (kind, mapping, signature, is_ours) values
  ('kannel', null, 'token', true),
  ('smpp', null, 'token', true),
  ('infobip', '{"list": "results", "from": "from", "to": "to", "text": "text", "id": "messageId", "at": "receivedAt",
    "receipt": {"list": "results", "state": "status.groupId", "id": "messageId", "to": "to", "reference": "id",
      "states": {"1": "accepted", "2": "undeliverable", "3": "delivered", "4": "expired", "5": "undeliverable"}}}', 'token', true),
  ('twilio', '{"from": "From", "to": "To", "text": "Body", "id": "MessageSid", "pictures": "NumMedia",
    "receipt": {"state": "MessageStatus", "id": "MessageSid", "to": "To", "reference": "address",
      "states": {"accepted": "accepted", "scheduled": "accepted", "queued": "accepted", "sending": "accepted", "sent": "accepted",
        "delivered": "delivered", "undelivered": "undeliverable", "failed": "undeliverable", "canceled": "undeliverable"}}}', 'twilio', true),
  ('africas-talking', '{"from": "from", "to": "to", "text": "text", "id": "id", "at": "date",
    "receipt": {"state": "status", "id": "id", "to": "phoneNumber",
      "states": {"sent": "accepted", "submitted": "accepted", "buffered": "accepted", "success": "delivered", "rejected": "undeliverable",
        "failed": "undeliverable", "absentsubscriber": "expired", "expired": "expired"}}}', 'token', true),
  ('vonage', '{"from": "msisdn", "to": "to", "text": "text", "id": "messageId", "at": "message-timestamp",
    "concat": {"number": "concat-ref", "of": "concat-total", "at": "concat-part"}, "octets": {"body": "data", "header": "udh"},
    "receipt": {"state": "status", "id": "messageId", "to": "msisdn", "reference": "address",
      "states": {"accepted": "accepted", "buffered": "accepted", "delivered": "delivered", "expired": "expired", "failed": "undeliverable",
        "rejected": "undeliverable", "deleted": "undeliverable", "unknown": "unknown"}}}', 'vonage', true);

alter table identity.gateway
  drop constraint gateway_kind_check,
  drop constraint gateway_has_hook_secret,
  add constraint gateway_kind_known foreign key (kind) references identity.gateway_kind on delete restrict,
  add constraint gateway_has_hook_secret check (hook_secret is not null or kind not in ('twilio', 'vonage'));

drop function identity.hook_gateway(text);
create function identity.hook_gateway(p_name text) returns table (id uuid, signature text, hook_secret text, mapping jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select g.id, k.signature, g.hook_secret, k.mapping from identity.gateway g join identity.gateway_kind k on k.kind = g.kind
  where g.name = p_name and k.mapping is not null
$$;
revoke execute on function identity.hook_gateway from public;
grant execute on function identity.hook_gateway to lapor_web;
