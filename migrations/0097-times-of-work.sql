-- The queue keeps when each piece of work came, which for a report without identity is when it was filed: the queue's own rows round
-- their times to the hour (platform/queue.ts), and ask here whether work that has to wait belongs to such a report.
create function casework.is_work_without_identity(p_payload json) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  meant uuid := coalesce(p_payload ->> 'messageId', p_payload ->> 'reportId');
  m identity.message;
begin
  select * into m from identity.message where id = meant;
  return m.template = 'new_at_desk' and m.report_id is null
    or exists (select from casework.report r where r.id = coalesce(m.report_id, meant) and r.without_identity);
end $$;
comment on function casework.is_work_without_identity is 'Whether a job is about a report without identity or a message of one; the hourly letter to the desk goes when any came.';
revoke execute on function casework.is_work_without_identity from public;
grant execute on function casework.is_work_without_identity to lapor_worker;
