-- An SMS is known by its gateway's id and its sender from now on: some gateways count their ids by sender, and two people's messages
-- under one id were one. What is here already lies under the id alone, and comes again all the same, a month later too: `known_before`
-- are the hashes by which it may lie. Of another sender, or at another place of a long message, it is another one; a sender who is
-- forgotten is nobody else. Otherwise as in migration 0133.
create or replace function identity.keep_arrival(p jsonb) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
  a identity.arrival := jsonb_populate_record(null::identity.arrival, p);
begin
  if exists (
    select from jsonb_array_elements_text(coalesce(p->'known_before', '[]')) as before
    join identity.arrival k on k.door = a.door and k.gateway = a.gateway and k.message_hash = before::bytea
    where (k.sender_index is null or k.sender_index = a.sender_index) and k.part_at is not distinct from a.part_at
  ) then
    perform identity.count_repeated(a.door);
    return false;
  end if;
  insert into identity.arrival (id, door, gateway, message_hash, sender_index, part_of, part_at, parts, sealed, sent_at, arrived_at)
  values (a.id, a.door, a.gateway, a.message_hash, a.sender_index, a.part_of, a.part_at, a.parts, a.sealed, a.sent_at, a.arrived_at)
  on conflict (door, gateway, message_hash) do nothing;
  if not found then
    perform identity.count_repeated(a.door);
    return false;
  end if;
  insert into casework.outbox (topic, report_id, seq, at) values ('arrival', a.id, 0, a.arrived_at);
  return true;
end $$;
