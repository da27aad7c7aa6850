-- Imported reports whose old answer waits for the desk's look, as its list asks for them (src/desk/list-reports.ts, word for word).
create index report_unlooked on casework.report (due_at, tracking_id)
  where stage = 'received' and published_at is null and flags @> '{imported_unlooked}';
