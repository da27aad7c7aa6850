-- What the national desk has put away, the latest first, and answers owed anywhere, by deadline: src/desk/shelves.ts.
create index report_put_away on casework.report (last_at desc, tracking_id desc) where stage in ('archived', 'merged');
create index report_running on casework.report (due_at, tracking_id) where stage in ('forwarded', 'in_progress');
