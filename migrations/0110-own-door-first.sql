-- The office that a reporter named has their report until somebody else has had it: what another office wrote about it, and gave back, is
-- not its to read. Where the desk itself is accused that door is the one that handles it, and stays open.
create or replace function casework.sees(r casework.report) returns boolean language plpgsql stable parallel safe as $$
begin
  return case casework.actor_role()
    when 'reporter' then r.id = casework.actor_report()
    when 'system' then r.merged_into = casework.actor_report() -- children, when their parent ends
    when 'verifier' then not casework.is_accused(r)
    when 'coordinator' then not casework.is_accused(r) and (r.agency_id = casework.actor_agency()
      or (r.own_door_id = casework.actor_agency() and r.agency_id is null and r.stage in ('received', 'on_hold')
        and (r.returned_by = '{}' or (r.accused_desk and not r.own_door_id = any (r.returned_by)))))
    when 'officer' then r.unit_id = casework.actor_agency() and not casework.is_accused(r)
    when 'supervisor' then (r.published_at is not null or r.agency_id is not null) and not casework.is_accused(r)
    else false
  end;
end $$;
