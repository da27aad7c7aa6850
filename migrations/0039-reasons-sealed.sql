-- A reason may quote what it is about, so it is sealed under the report's key like the report's own words. How many words it has
-- is then for whoever seals it to see.
do $$
declare
  name text;
begin
  select conname into name from pg_constraint
  where conrelid = 'casework.opening'::regclass and pg_get_constraintdef(oid) like '%regexp_split_to_array%';
  execute format('alter table casework.opening drop constraint %I', name);
end $$;
alter table casework.opening add constraint reason_is_sealed check (casework.is_sealed(reason) and length(reason) <= 8000);
comment on column casework.opening.reason is 'In words, sealed under the report''s key.';
