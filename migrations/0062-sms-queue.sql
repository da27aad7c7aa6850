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
