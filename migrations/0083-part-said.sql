-- An operator repeats a part of a long message under another id, when its message has long become something and its words are gone.
alter table identity.arrival add column part_said bytea check (octet_length(part_said) = 32);
comment on column identity.arrival.part_said is 'Keyed hash of sender and octets of a part that was taken: the same part again is no new message.';

-- As before; nor does a hash of a part's words stay.
create or replace function identity.forget_at_the_door() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update identity.arrival set sender_index = null, said = null, said_nearly = null, part_said = null, sealed = null
  where report_id = new.report_id and outcome is not null;
  return null;
end $$;
