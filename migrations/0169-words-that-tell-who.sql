-- What of some words tells who filed a report, asked as it comes to hide that: hashes of theirs that are among those of the words, and
-- whether anybody was ever known to compare with. Whoever handles it may raise its secrecy too, and is answered only until it is raised.
create function identity.prints_said(
  p_report uuid, p_names bigint[], p_contacts bigint[], p_pieces bigint[], out found bigint[], out is_known boolean
) language sql stable security definer set search_path = pg_catalog as $$
  select
    coalesce((
      select array_agg(said.print) from (
        select unnest(p_names) as print intersect select unnest(f.name_prints)
        union select unnest(p_contacts) intersect select unnest(f.contact_prints)
        union select unnest(f.name_pieces) where f.name_pieces <@ p_pieces) said), '{}'),
    f.print_salt is not null or (f.sealed is null and e.report_id is null)
  from casework.report r
  left join identity.filing f on f.report_id = r.id
  left join identity.erasure e on e.report_id = r.id
  where r.id = p_report and casework.sees(r) and (casework.actor_role() = 'reporter' or not (r.anonymous or r.without_identity)) $$;
comment on function identity.prints_said is
  'found: those of the given hashes that are the reporter''s; is_known: whether they can be compared, or nobody was ever known. No row for whoever does not see the report.';
revoke execute on function identity.prints_said from public;
grant execute on function identity.prints_said, identity.print_salts to lapor_web, lapor_worker;
