-- The facts of an event stand under its hash for good: nothing seals or erases them. So they may be no words: no sentence, no name
-- with a capital, no number that somebody could be called on. Words belong into casework.event.text, which changes hands.
create function casework.are_facts(data jsonb) returns boolean language sql immutable parallel safe as $$
  select coalesce(bool_and(fact ~ '^[a-z][A-Za-z]{0,29}$' and case jsonb_typeof(value)
    when 'string' then length(value #>> '{}') <= 80
      and value #>> '{}' ~ '^([0-9A-Z]{9}|(?=.*[a-z])[a-z0-9]+([-_][a-z0-9]+)*)$'
    when 'number' then value::numeric between 0 and 999999
    when 'array' then not exists (
      select from jsonb_array_elements(value) one where jsonb_typeof(one) <> 'number' or not one::numeric between 0 and 999999)
    else jsonb_typeof(value) in ('boolean', 'null') end), true)
  from jsonb_each(data) each (fact, value) $$;
comment on function casework.are_facts is 'Whether all values are names from a list, tracking IDs, ids, small numbers or lists of them, yes or no.';

create function casework.guard_facts() returns trigger language plpgsql as $$
begin
  if not casework.are_facts(new.data) then
    raise exception 'the facts of an event are no words' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_facts before insert on casework.event for each row when (new.data <> '{}')
  execute function casework.guard_facts();

comment on column casework.event.data is 'Facts that are no words, for the chain''s hash covers them as they stand. Events of imports older than migration 87 may hold the status and reason of the old system.';
