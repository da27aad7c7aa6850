-- Whom a report is about (terlapor), as the reporter wrote it. Nobody but the desk and the reporter reads it.
create table casework.accused (
  report_id uuid not null references casework.report on delete cascade,
  position int not null,
  named text not null,
  primary key (report_id, position)
);
alter table casework.accused enable row level security;
create policy actor on casework.accused for select to lapor_web using (
  casework.actor_role() in ('verifier', 'reporter') and exists (
    select from casework.report r where r.id = report_id and casework.reads(r)));
create policy worker on casework.accused for select to lapor_worker using (true);
grant select on casework.accused to lapor_web, lapor_worker;
