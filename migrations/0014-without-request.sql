-- What the worker needs for the things that happen without a request.
-- The relay and the sweeps lock rows with SKIP LOCKED, which PostgreSQL allows only to those who may update.
grant update on casework.outbox to lapor_worker;

alter table casework.report add column ombudsman_offered_at timestamptz;
comment on column casework.report.ombudsman_offered_at is 'When the reporter of a report that stayed unresolved for 60 days was offered the Ombudsman; once.';
grant update (ombudsman_offered_at) on casework.report to lapor_worker;
create index report_unresolved on casework.report (filed_at, id)
  where ombudsman_offered_at is null and ombudsman_at is null and import_layout is null
    and stage in ('received', 'on_hold', 'forwarded', 'in_progress', 'answered');
