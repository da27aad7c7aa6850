-- Who sees which row: the second judge, after can(). The actor is told per transaction with set_config(…, true).
create function casework.actor_role() returns text language sql stable as $$
  select coalesce(nullif(current_setting('lapor.role', true), ''), 'nobody') $$;
create function casework.actor_agency() returns text language sql stable as $$
  select nullif(current_setting('lapor.agency', true), '') $$;
create function casework.actor_account() returns uuid language sql stable as $$
  select nullif(current_setting('lapor.account', true), '')::uuid $$;
create function casework.actor_report() returns uuid language sql stable as $$
  select nullif(current_setting('lapor.report', true), '')::uuid $$;

-- The report exists for this actor (its row, its clocks).
create function casework.sees(r casework.report) returns boolean language sql stable as $$
  select case casework.actor_role()
    when 'reporter' then r.id = casework.actor_report()
    when 'system' then r.merged_into = casework.actor_report() -- children, when their parent ends
    when 'verifier' then true
    when 'coordinator' then r.agency_id = casework.actor_agency()
      or (r.own_door_id = casework.actor_agency() and r.agency_id is null and r.stage in ('received', 'on_hold')
        and not r.own_door_id = any (r.returned_by))
    when 'officer' then r.unit_id = casework.actor_agency()
    when 'supervisor' then r.published_at is not null or r.agency_id is not null
    else false
  end
$$;

-- Its words may be read: confidential ones by the reporter, the handling chain, and the verifier until it is routed.
create function casework.reads(r casework.report) returns boolean language sql stable as $$
  select casework.sees(r) and case casework.actor_role()
    when 'verifier' then not r.confidential or r.stage = 'received'
    when 'supervisor' then not r.confidential and r.published_at is not null
    else true
  end
$$;

alter table casework.move enable row level security;
alter table casework.report enable row level security;
alter table casework.content enable row level security;
alter table casework.event enable row level security;
alter table casework.attachment enable row level security;
alter table casework.escalation enable row level security;
alter table casework.outbox enable row level security;
alter table identity.account enable row level security;
alter table identity.session enable row level security;
alter table identity.token enable row level security;
alter table identity.filing enable row level security;
alter table identity.message enable row level security;

create policy all_read on casework.move for select to lapor_web, lapor_worker using (true);
create policy actor on casework.report for select to lapor_web using (casework.sees(report));
create policy actor on casework.content for select to lapor_web using (exists (
  select from casework.report r where r.id = report_id and casework.reads(r)));
create policy actor on casework.event for select to lapor_web using (
  exists (select from casework.report r where r.id = report_id and casework.reads(r))
  and (audience <> 'office' or casework.actor_role() in ('verifier', 'coordinator', 'supervisor')
    or (casework.actor_role() = 'officer' and casework.actor_agency() in (agency_id, data ->> 'unit'))));
create policy actor on casework.attachment for select to lapor_web using (report_id is null or exists (
  select from casework.report r where r.id = report_id and casework.reads(r)));
create policy stage_only on casework.attachment for insert to lapor_web with check (report_id is null);
create policy bind on casework.attachment for update to lapor_web
  using (report_id is null) with check (exists (select from casework.report r where r.id = report_id and casework.reads(r)));
create policy actor on casework.escalation for select to lapor_web using (exists (
  select from casework.report r where r.id = report_id and casework.sees(r)));

create policy web on identity.account for select to lapor_web using (true);
create policy web_register on identity.account for insert to lapor_web with check (role = 'citizen');
create policy web on identity.session to lapor_web using (true) with check (true);
create policy web on identity.token for select to lapor_web using (true);

create policy worker on casework.report to lapor_worker using (true) with check (true);
create policy worker on casework.content for select to lapor_worker using (true);
create policy worker on casework.event for select to lapor_worker using (true);
create policy worker on casework.attachment to lapor_worker using (true) with check (true);
create policy worker on casework.escalation to lapor_worker using (true) with check (true);
create policy worker on casework.outbox to lapor_worker using (true) with check (true);
create policy worker on identity.account for select to lapor_worker using (true);
create policy worker on identity.session for delete to lapor_worker using (true);
create policy worker_reads on identity.session for select to lapor_worker using (true);
create policy worker on identity.token for select to lapor_worker using (true);
create policy worker on identity.filing for select to lapor_worker using (true);
create policy worker on identity.message to lapor_worker using (true) with check (true);

grant select on casework.move, casework.report, casework.content, casework.event, casework.attachment, casework.escalation to lapor_web, lapor_worker;
grant insert, update (report_id, staged_for, seq) on casework.attachment to lapor_web;
grant insert, update, delete on casework.attachment to lapor_worker;
grant update (due_at, due_day, overdue_since, escalate_at, escalation, due_moved, calendar) on casework.report to lapor_worker;
grant insert on casework.escalation to lapor_worker;
grant select, insert, delete on casework.outbox to lapor_worker;
grant select (id, role, agency_id, email_index, display_name, password_hash, disabled_at), insert on identity.account to lapor_web;
grant select, insert, delete on identity.session to lapor_web;
grant select on identity.token to lapor_web;
grant select on identity.account, identity.token, identity.filing to lapor_worker;
grant select, delete on identity.session to lapor_worker;
grant select, insert, update, delete on identity.message to lapor_worker;

-- Everything in publication is public; only moves (and the calendar's sweep) write it.
do $$
declare
  name text;
begin
  for name in select tablename from pg_tables where schemaname = 'publication' loop
    execute format('alter table publication.%I enable row level security', name);
    execute format('create policy everyone on publication.%I for select using (true)', name);
    execute format('grant select on publication.%I to lapor_public, lapor_web, lapor_worker', name);
  end loop;
end $$;
grant update (due_at, due_day, overdue_since, due_moved) on publication.report to lapor_worker;
create policy worker on publication.report for update to lapor_worker using (true) with check (true);
grant insert, update, delete on publication.tally to lapor_worker;
grant delete on publication.tally_change to lapor_worker;
create policy worker on publication.tally to lapor_worker using (true) with check (true);
create policy worker on publication.tally_change for delete to lapor_worker using (true);
