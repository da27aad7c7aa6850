-- What would have been sent, for /dev/outbox. There are previews only where nothing is really sent (demonstration, development).
create function identity.message_previews(p_tracking text, p_limit int)
returns table (created_at timestamptz, channel text, template text, tracking_id text, preview jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select m.created_at, m.channel, m.template, r.tracking_id, m.preview
  from identity.message m left join casework.report r on r.id = m.report_id
  where m.preview is not null and (p_tracking is null or r.tracking_id = p_tracking)
  order by m.created_at desc, m.id
  limit p_limit
$$;
revoke execute on function identity.message_previews from public;
grant execute on function identity.message_previews to lapor_web;
create index message_of_report on identity.message (report_id) where report_id is not null;
