-- Words may be read: confidential ones by the reporter, the handling chain, the verifier until it is routed, and by whoever
-- looks through an opening, in the transaction that has written that down.
create or replace function casework.reads(r casework.report) returns boolean language sql stable as $$
  select casework.sees(r) and case casework.actor_role()
    when 'verifier' then not r.confidential or r.stage = 'received'
      or (current_setting('lapor.look', true) <> '' and casework.looks_at(r.id))
    when 'supervisor' then (not r.confidential and r.published_at is not null)
      or (current_setting('lapor.look', true) <> '' and casework.looks_at(r.id))
    else true
  end
$$;
