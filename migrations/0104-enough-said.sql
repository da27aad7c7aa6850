-- A number that sends and sends is not rung for each: what we would have said beyond its day's measure is decided, and no failure.
create or replace function identity.is_decided(p_error text) returns boolean language sql immutable as $$
  select coalesce(p_error in ('stopped', 'not_theirs', 'not_wanted', 'enough'), false) $$;
