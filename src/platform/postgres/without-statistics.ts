/**
 * What the administrator of a server runs in our database, so that no role but its owner learns from the server's own statistics
 * how many rows a table has: hidden reports would be counted by whoever gets into the public site.
 */
export function withoutStatistics(owner: string): string {
  return `do $$
declare
  one text;
begin
  if not has_column_privilege('public', 'pg_catalog.pg_class', 'reltuples', 'select') then
    return;
  end if;
  for one in select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'pg_catalog' and c.relkind = 'v' and c.relname ~ '^pg_stat(io)?_'
  loop
    execute format('revoke all on %s from public', one);
    execute format('grant select on %s to ${owner}', one);
  end loop;
  for one in select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'pg_catalog' and (p.proname ~ '^pg_stat_get_' or p.proname in
      ('pg_relation_size', 'pg_total_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_database_size'))
  loop
    execute format('revoke execute on function %s from public', one);
    execute format('grant execute on function %s to ${owner}', one);
  end loop;
  select string_agg(quote_ident(attname), ', ') into one from pg_attribute
  where attrelid = 'pg_catalog.pg_class'::regclass and attname not in ('reltuples', 'relpages', 'relallvisible', 'relallfrozen');
  revoke all on pg_catalog.pg_class from public;
  execute format('grant select (%s) on pg_catalog.pg_class to public', one);
  grant select on pg_catalog.pg_class to ${owner};
end $$`
}
