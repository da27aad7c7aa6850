-- What was said and is public already is redacted like the report itself (migration 173): the event stays as it was written, the redaction
-- says which stretches of whose words the public does not read (its fact "out"), and the public copy is made without them. It is numbers, so
-- that it can stand under the chain's hash for good.
create function casework.words_out(p_report uuid) returns setof int[] language sql stable as $$
  select coalesce((
    select array(select jsonb_array_elements_text(f.data -> 'out')::int) from casework.event f
    where f.report_id = p_report and f.move = 'redact' and f.data ? 'out' order by f.seq desc limit 1), '{}') $$;
comment on function casework.words_out is
  'One row: what the latest redaction leaves out of what was said, three numbers each: the event, and from where to where in its words, in characters, the first counted as 0 and the last not included. A set, so that it is planned as part of its query.';

-- The same as shownWords in src/secrecy/words-out.ts.
create function casework.shown_words(p_text text, p_seq int, p_out int[]) returns text language plpgsql immutable parallel safe as $$
declare
  shown text := '';
  at int := 0;
begin
  for n in 1 .. cardinality(p_out) - 2 by 3 loop
    if p_out[n] = p_seq then
      shown := shown || substr(p_text, at + 1, greatest(p_out[n + 1] - at, 0)) || '[disamarkan]';
      at := greatest(at, p_out[n + 2]);
    end if;
  end loop;
  return shown || substr(p_text, at + 1);
end $$;
comment on function casework.shown_words is 'Words of an event as the public reads them; p_out as casework.words_out gives it.';
revoke execute on function casework.words_out, casework.shown_words from public;

create or replace function casework.publish(p_report uuid) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  update publication.report copy set
    stage = r.stage, manner = r.manner, kind = r.kind, channel = r.channel,
    shown_name = case when r.anonymous then null else r.shown_name end, answered_at = r.answered_at, closed_at = r.closed_at,
    agency_id = r.agency_id, category_id = r.category_id, area_code = r.area_code,
    place = casework.place_shown(r, c), lat = r.public_lat, lon = r.public_lon, outcome = r.outcome,
    rating = r.rating, archive_reason = r.archive_reason,
    merged_into = (
      select p.tracking_id from casework.report p where p.id = r.merged_into and p.published_at is not null and not p.confidential),
    reopened = r.reopened, clocks = r.clocks, due_at = r.due_at, due_day = r.due_day, overdue_since = r.overdue_since,
    due_moved = r.due_moved, updated_at = r.last_at,
    thread = (
      select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
        'seq', e.seq,
        'at', e.at,
        'actor', case when e.actor_role = 'reporter' or e.move = 'submit' then 'reporter' when e.actor_role = 'system' then 'system'
          when e.actor_role = 'verifier' then 'desk' else 'agency' end,
        'agency', case when e.actor_role in ('coordinator', 'officer') and e.move <> 'submit' then e.agency_id end,
        'to', case when e.move = 'forward' then e.data ->> 'agency' end,
        'move', e.move,
        'text', case when e.audience = 'public' and not e.seq = any (gone) then casework.shown_words(e.text, e.seq, cut) end,
        'outcome', case when e.audience = 'public' then e.data ->> 'outcome' end,
        'rating', e.data -> 'rating')) order by e.seq), '[]')
      from casework.left_out(r.id) gone, casework.words_out(r.id) cut, casework.event e
      where e.report_id = r.id and e.audience in ('public', 'line'))
  from casework.report r join casework.content c on c.report_id = r.id
  where r.id = p_report and copy.report_id = r.id
    and r.published_at is not null and not r.confidential and r.stage <> 'withdrawn'
    and (copy.title, copy.text) = (c.title, c.text)
    and not exists (
      select from casework.attachment a join casework.event e on e.report_id = a.report_id and e.seq = a.seq, casework.left_out(r.id) gone
      where a.report_id = r.id and e.audience = 'public' and not e.seq = any (gone)
        and not exists (select from publication.attachment shown where shown.id = a.id))
    and not exists (
      select from publication.attachment shown, casework.left_out(r.id) gone where shown.tracking_id = copy.tracking_id
        and (shown.seq = any (gone) or not exists (select from casework.attachment kept where kept.id = shown.id)));
  if found then
    return;
  end if;
  if exists (select from casework.report where id = p_report and published_at is not null and not confidential) then
    perform casework.publish_all(array[p_report]);
  else
    delete from publication.report where report_id = p_report;
  end if;
end $$;
