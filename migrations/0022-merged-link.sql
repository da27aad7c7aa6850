-- A merged report's copy names its parent exactly as long as the parent is public: also when the parent is published
-- after the merge, and when it stops being public. Changes of a copy that stays cost nothing.
create function casework.link_children() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update publication.report copy set merged_into = case when tg_op = 'INSERT' then new.tracking_id end
  from casework.report child
  where child.merged_into = case when tg_op = 'INSERT' then new.report_id else old.report_id end
    and copy.report_id = child.id;
  return null;
end $$;
create trigger link_children after insert or delete on publication.report
  for each row execute function casework.link_children();
revoke execute on function casework.link_children() from public;

update publication.report copy set merged_into = parent.tracking_id
from casework.report child left join publication.report parent on parent.report_id = child.merged_into
where copy.report_id = child.id and copy.merged_into is distinct from parent.tracking_id;
