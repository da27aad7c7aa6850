-- Half of an emoji, where a phone cut it between two parts and one of them is late: the words of a part that was taken are gone, and the
-- late one brings the emoji whole.
alter table identity.arrival add column halves bytea check (octet_length(halves) = 4);
comment on column identity.arrival.halves is 'Of a part: the second half of an emoji at its beginning and the first half at its end, one UTF-16 unit each, else zeros; never a letter.';

-- As before, and the halves.
create or replace function identity.forget_at_the_door() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update identity.arrival set sender_index = null, said = null, said_nearly = null, part_said = null, halves = null, sealed = null
  where report_id = new.report_id and outcome is not null;
  update identity.arrival set sender_index = null, part_said = null, halves = null, sealed = null, outcome = 'refused', reason = 'forgotten',
    about = null
  where about = new.report_id and outcome = 'asked';
  return null;
end $$;
