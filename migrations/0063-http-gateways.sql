-- Gateways that only bring messages have no password of ours; those that sign what they post have a secret that the web process checks.
alter table identity.gateway
  alter column sealed_password drop not null,
  add constraint gateway_has_password check (sealed_password is not null or kind not in ('kannel', 'smpp')),
  add constraint gateway_has_hook_secret check ((hook_secret is not null) = (kind in ('twilio', 'vonage')));

create function identity.hook_gateway(p_name text) returns table (id uuid, kind text, hook_secret text)
language sql stable security definer set search_path = pg_catalog as $$
  select g.id, g.kind, g.hook_secret from identity.gateway g
  where g.name = p_name and g.kind in ('infobip', 'twilio', 'africas-talking', 'vonage')
$$;
revoke execute on function identity.hook_gateway from public;
grant execute on function identity.hook_gateway to lapor_web;
