-- What asks a reporter for something that was given while it waited is decided, and no failure.
create or replace function identity.is_decided(p_error text) returns boolean language sql immutable as $$
  select coalesce(p_error in ('stopped', 'not_theirs', 'not_wanted', 'enough', 'overtaken'), false) $$;
