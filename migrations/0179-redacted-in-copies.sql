-- Copies that are written anew, or many at once, leave the same out.
create or replace function casework.publish_all(
  p_reports uuid[]
) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  delete from publication.report copy using casework.report r
  where r.id = any (p_reports) and copy.report_id = r.id and (r.published_at is null or r.confidential);
  insert into publication.report as copy (
    tracking_id, report_id, stage, manner, kind, channel, title, text, shown_name, filed_at, published_at, answered_at,
    closed_at, agency_id, category_id, area_code, place, lat, lon, outcome, rating, archive_reason, merged_into, reopened,
    clocks, due_at, due_day, overdue_since, due_moved, thread, updated_at)
  select r.tracking_id, r.id, r.stage, r.manner, k.kind, k.channel, k.title, k.text, k.shown_name, r.filed_at, r.published_at,
    k.answered_at, r.closed_at, k.agency_id, k.category_id, k.area_code, k.place, k.public_lat, k.public_lon, k.outcome,
    k.rating, k.archive_reason,
    (select p.tracking_id from casework.report p where p.id = r.merged_into and p.published_at is not null and not p.confidential),
    r.reopened, coalesce(k.clocks, '[]'), k.due_at, k.due_day, k.overdue_since, k.due_moved, coalesce(k.thread, '[]'), r.last_at
  from casework.report r
  left join lateral (
    select r.kind, r.channel, c.title, c.text, case when r.anonymous then null else r.shown_name end as shown_name, r.answered_at,
      r.agency_id, r.category_id, r.area_code, casework.place_shown(r, c) as place,
      r.public_lat, r.public_lon, r.outcome, r.rating, r.archive_reason, r.clocks, r.due_at, r.due_day, r.overdue_since,
      r.due_moved, (
        -- The thread as the public reads it: moves that concern the public, words only where the audience is the public.
        select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'seq', e.seq,
          'at', e.at,
          'actor', case when e.actor_role = 'reporter' or e.move = 'submit' then 'reporter' when e.actor_role = 'system' then 'system'
            when e.actor_role = 'verifier' then 'desk' else 'agency' end,
          'agency', case when e.actor_role in ('coordinator', 'officer') and e.move <> 'submit' then e.agency_id end,
          'to', case when e.move = 'forward' then e.data ->> 'agency' end,
          'move', e.move,
          'text', case when e.audience = 'public' and not e.seq = any (gone) then casework.shown_words(e.text, e.seq, cut) end,
          'outcome', case when e.audience = 'public' then e.data ->> 'outcome' end,
          'rating', e.data -> 'rating')) order by e.seq)
        from casework.left_out(r.id) gone, casework.words_out(r.id) cut, casework.event e
        where e.report_id = r.id and e.audience in ('public', 'line')
      ) as thread
    from casework.content c
    where c.report_id = r.id
  ) k on r.stage <> 'withdrawn'
  where r.id = any (p_reports) and r.published_at is not null and not r.confidential
  on conflict (tracking_id) do update set
    stage = excluded.stage, manner = excluded.manner, kind = excluded.kind, channel = excluded.channel, title = excluded.title,
    text = excluded.text, shown_name = excluded.shown_name, answered_at = excluded.answered_at, closed_at = excluded.closed_at,
    agency_id = excluded.agency_id, category_id = excluded.category_id, area_code = excluded.area_code, place = excluded.place,
    lat = excluded.lat, lon = excluded.lon, outcome = excluded.outcome, rating = excluded.rating,
    archive_reason = excluded.archive_reason, merged_into = excluded.merged_into, reopened = excluded.reopened,
    clocks = excluded.clocks, due_at = excluded.due_at, due_day = excluded.due_day, overdue_since = excluded.overdue_since,
    due_moved = excluded.due_moved, thread = excluded.thread, updated_at = excluded.updated_at;
  if not found then
    return;
  end if;
  delete from publication.attachment a using casework.report r cross join lateral casework.left_out(r.id) gone
  where r.id = any (p_reports) and a.tracking_id = r.tracking_id
    and (r.stage = 'withdrawn' or a.seq = any (gone) or not exists (select from casework.attachment kept where kept.id = a.id));
  insert into publication.attachment (id, tracking_id, seq, position, width, height)
  select a.id, r.tracking_id, a.seq, a.position, a.width, a.height
  from casework.report r
  join casework.attachment a on a.report_id = r.id
  join casework.event e on e.report_id = a.report_id and e.seq = a.seq
  cross join casework.left_out(r.id) gone
  where r.id = any (p_reports) and r.published_at is not null and not r.confidential and r.stage <> 'withdrawn'
    and e.audience = 'public' and not e.seq = any (gone)
  on conflict (id) do nothing;
end $$;
