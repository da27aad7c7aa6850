-- A merged report's reporter hears of the parent (domain, section 5), though its row is not theirs to see; an office hears of it
-- when it knows the parent itself or when everybody does.
create function casework.parent_of(p_report uuid) returns text language sql stable security definer
set search_path = pg_catalog as $$
  select parent.tracking_id
  from casework.report child join casework.report parent on parent.id = child.merged_into
  where child.id = p_report and casework.reads(child)
    and (casework.actor_role() = 'reporter' or casework.sees(parent)
      or exists (select from publication.report copy where copy.report_id = parent.id))
$$;
revoke execute on function casework.parent_of(uuid) from public;
grant execute on function casework.parent_of(uuid) to lapor_web, lapor_worker;
