-- The second judge answers row by row. Written in SQL, its rules were unfolded into every query again for each table: planning a
-- report's page took 25 ms, reading it less than one. In PL/pgSQL the plan is two milliseconds, a row some microseconds.

-- The report exists for this actor (its row, its clocks). Never for those it accuses; the reporter keeps their own.
create or replace function casework.sees(r casework.report) returns boolean language plpgsql stable parallel safe as $$
begin
  return case casework.actor_role()
    when 'reporter' then r.id = casework.actor_report()
    when 'system' then r.merged_into = casework.actor_report() -- children, when their parent ends
    when 'verifier' then not casework.is_accused(r)
    when 'coordinator' then not casework.is_accused(r) and (r.agency_id = casework.actor_agency()
      or (r.own_door_id = casework.actor_agency() and r.agency_id is null and r.stage in ('received', 'on_hold')
        and not r.own_door_id = any (r.returned_by)))
    when 'officer' then r.unit_id = casework.actor_agency() and not casework.is_accused(r)
    when 'supervisor' then (r.published_at is not null or r.agency_id is not null) and not casework.is_accused(r)
    else false
  end;
end $$;

-- Words may be read: confidential ones by the reporter, the handling chain, the verifier until it is routed, and by whoever
-- looks through an opening, in the transaction that has written that down.
create or replace function casework.reads(r casework.report) returns boolean language plpgsql stable as $$
begin
  return casework.sees(r) and case casework.actor_role()
    when 'verifier' then not r.confidential or r.stage = 'received'
      or (current_setting('lapor.look', true) <> '' and casework.looks_at(r.id))
    when 'supervisor' then (not r.confidential and r.published_at is not null)
      or (current_setting('lapor.look', true) <> '' and casework.looks_at(r.id))
    else true
  end;
end $$;
