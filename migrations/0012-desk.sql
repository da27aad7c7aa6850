-- What the desks ask for all day, most urgent first. The predicates are repeated word for word in src/desk/shelves.ts.
create index report_waiting on casework.report (due_at, tracking_id)
  where stage = 'received' or (stage = 'on_hold' and resume_stage = 'received');
create index report_owed on casework.report (agency_id, due_at, tracking_id)
  where stage in ('forwarded', 'in_progress') or (stage = 'on_hold' and resume_stage in ('forwarded', 'in_progress'));
create index report_ended on casework.report (agency_id, last_at desc, tracking_id desc)
  where stage in ('closed', 'archived', 'merged', 'withdrawn');
create index report_bounced on casework.report (bounces, tracking_id) where bounces >= 2;
