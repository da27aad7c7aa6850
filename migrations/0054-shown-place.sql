-- The place in words is published like title and text, so it is looked at, edited and taken out like them: the reporter's own stays
-- in casework.report.place.
alter table casework.content add column shown_place text;
comment on column casework.content.shown_place is
  'The place as edited for the public; null: as the reporter wrote it (casework.report.place); empty: none is shown.';

create function casework.place_shown(r casework.report, c casework.content) returns text language sql immutable as $$
  select case when r.anonymous then null else nullif(coalesce(c.shown_place, r.place), '') end $$;
revoke execute on function casework.place_shown from public;

create or replace function casework.keep_original() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and coalesce(current_setting('lapor.words', true), '') <> 'change hands'
    and (new.report_id, new.original_title, new.original_text) is distinct from (old.report_id, old.original_title, old.original_text) then
    raise exception 'the reporter''s own words are kept' using errcode = 'check_violation';
  end if;
  if (casework.is_plain(new.original_title) or casework.is_plain(new.original_text) or casework.is_plain(new.title)
      or casework.is_plain(new.text) or casework.is_plain(new.shown_place))
    and coalesce(current_setting('lapor.words', true), '') <> 'change hands'
    and exists (select from casework.report r where r.id = new.report_id and r.confidential) then
    raise exception 'words of a confidential report are sealed before they are kept' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create or replace function casework.guard_report_words() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if coalesce(current_setting('lapor.words', true), '') <> 'change hands' and (casework.is_plain(new.place)
    or casework.is_plain(new.named_category) or (casework.is_plain(new.named_agency) and not exists (
      select from publication.agency a where a.name = new.named_agency))) then
    raise exception 'words of a confidential report are sealed before they are kept' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and not old.confidential and (
    exists (select from casework.content c where c.report_id = new.id and (
      casework.is_plain(c.original_text || c.text || c.title) or casework.is_plain(c.shown_place)))
    or exists (select from casework.event e where e.report_id = new.id and casework.is_plain(e.text))
    or exists (select from casework.accused a where a.report_id = new.id and casework.is_plain(a.named))) then
    raise exception 'a report becomes confidential with its words sealed' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create or replace function casework.keep_words(
  p_report uuid, p_words jsonb
) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  n casework.report;
  c casework.content;
begin
  select * into r from casework.report where id = p_report for update;
  if not found or not (casework.sees(r) or casework.is_system()) then
    raise exception 'no such report' using errcode = 'no_data_found';
  end if;
  perform set_config('lapor.words', 'change hands', true);
  n := jsonb_populate_record(r, p_words -> 'report');
  if (n.place, n.named_agency, n.named_category, n.lat, n.lon, n.point)
    is distinct from (r.place, r.named_agency, r.named_category, r.lat, r.lon, r.point) then
    update casework.report set place = n.place, named_agency = n.named_agency, named_category = n.named_category,
      lat = n.lat, lon = n.lon, point = n.point
    where id = p_report;
  end if;
  select * into c from casework.content where report_id = p_report;
  c := jsonb_populate_record(c, p_words -> 'content');
  update casework.content set original_title = c.original_title, original_text = c.original_text, title = c.title, text = c.text,
    reporter_name = c.reporter_name, shown_place = c.shown_place
  where report_id = p_report;
  update casework.event e set text = w.text, words_salt = decode(w.words_salt, 'hex')
  from jsonb_to_recordset(p_words -> 'events') w (seq int, text text, words_salt text)
  where e.report_id = p_report and e.seq = w.seq;
  update casework.accused a set named = w.named
  from jsonb_to_recordset(p_words -> 'accused') w (position int, named text)
  where a.report_id = p_report and a.position = w.position;
  perform set_config('lapor.words', '', true);
end $$;

create or replace function casework.record_move(
  p_report uuid, p_move text, p_to text, p_at timestamptz, p_zone text, p_audience text, p_text text,
  p_data jsonb, p_changes jsonb, p_topics text[]
) returns int language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  n casework.report;
  role text := casework.actor_role();
begin
  select * into r from casework.report where id = p_report for update;
  if not found or not (casework.sees(r) or casework.is_system()) then
    raise exception 'no such report' using errcode = 'no_data_found';
  end if;
  n := jsonb_populate_record(r, p_changes);
  perform set_config('lapor.move', p_move, true);
  update casework.report set
    stage = p_to, last_seq = r.last_seq + 1, last_at = p_at,
    manner = n.manner, resume_stage = n.resume_stage, kind = n.kind, anonymous = n.anonymous, confidential = n.confidential,
    shown_name = n.shown_name, agency_id = n.agency_id, unit_id = n.unit_id, officer_id = n.officer_id, category_id = n.category_id,
    area_code = n.area_code, public_lat = n.public_lat, public_lon = n.public_lon, published_at = n.published_at,
    answered_at = n.answered_at, closed_at = n.closed_at, outcome = n.outcome, rating = n.rating, archive_reason = n.archive_reason,
    merged_into = n.merged_into, bounces = n.bounces, returned_by = n.returned_by, objected = n.objected, reopened = n.reopened,
    clocks = n.clocks, due_at = n.due_at, due_day = n.due_day, overdue_since = n.overdue_since, escalate_at = n.escalate_at,
    escalation = n.escalation, ombudsman_at = n.ombudsman_at, due_moved = n.due_moved, calendar = n.calendar, flags = n.flags
  where id = p_report;
  if p_changes ?| array['title', 'text', 'shown_place'] then
    update casework.content set title = coalesce(p_changes ->> 'title', title), text = coalesce(p_changes ->> 'text', text),
      shown_place = coalesce(p_changes ->> 'shown_place', shown_place)
    where report_id = p_report;
  end if;
  if n.anonymous then
    update casework.content set reporter_name = null where report_id = p_report and reporter_name is not null;
  end if;
  if p_changes ? 'attachments' then
    update casework.attachment set report_id = p_report, staged_for = null, seq = r.last_seq + 1
    where staged_for = decode(p_changes ->> 'attachments', 'hex');
  end if;
  insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, actor_id, agency_id, audience, text,
    data, words_hash)
  values (p_report, r.last_seq + 1, p_at, p_zone, p_move, r.stage, p_to, role,
    case when role = 'reporter' then null else casework.actor_account() end, casework.actor_agency(), p_audience, p_text,
    coalesce(p_data, '{}'), decode(p_changes ->> 'words_hash', 'hex'));
  insert into casework.outbox (topic, report_id, seq, at) select topic, p_report, r.last_seq + 1, p_at from unnest(p_topics) topic;
  perform set_config('lapor.move', '', true);
  return r.last_seq + 1;
end $$;

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
        'text', case when e.audience = 'public' then e.text end,
        'outcome', case when e.audience = 'public' then e.data ->> 'outcome' end,
        'rating', e.data -> 'rating')) order by e.seq), '[]')
      from casework.event e
      where e.report_id = r.id and e.audience in ('public', 'line'))
  from casework.report r join casework.content c on c.report_id = r.id
  where r.id = p_report and copy.report_id = r.id
    and r.published_at is not null and not r.confidential and r.stage <> 'withdrawn'
    and (copy.title, copy.text) = (c.title, c.text)
    and not exists (
      select from casework.attachment a join casework.event e on e.report_id = a.report_id and e.seq = a.seq
      where a.report_id = r.id and e.audience = 'public'
        and not exists (select from publication.attachment shown where shown.id = a.id))
    and not exists (
      select from publication.attachment shown where shown.tracking_id = copy.tracking_id
        and not exists (select from casework.attachment kept where kept.id = shown.id));
  if found then
    return;
  end if;
  if exists (select from casework.report where id = p_report and published_at is not null and not confidential) then
    perform casework.publish_all(array[p_report]);
  else
    delete from publication.report where report_id = p_report;
  end if;
end $$;

create or replace function identity.finish_erasure(
  p_report uuid, p_at timestamptz
) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  e identity.erasure;
begin
  if not casework.is_system() then
    raise exception 'only the system erases' using errcode = 'insufficient_privilege';
  end if;
  select * into r from casework.report where id = p_report for update;
  select * into e from identity.erasure where report_id = p_report;
  if e.report_id is null then
    return;
  end if;
  perform set_config('lapor.words', 'change hands', true);
  update identity.filing set account_id = null, account_link = null, sealed = null, phone_index = null, has_phone = null,
    has_email = null, print_salt = null, name_prints = null, contact_prints = null, name_pieces = null
  where report_id = p_report;
  delete from identity.message where report_id = p_report and dedupe like '%reporter%';
  update casework.opening set sealed = null where report_id = p_report;
  update casework.report set shown_name = null, point = null where id = p_report;
  update casework.content set reporter_name = null where report_id = p_report;
  if e.what = 'all' and (r.confidential or r.stage = 'withdrawn') then
    update casework.report set place = null, named_agency = null, named_category = null, lat = null, lon = null, public_lat = null,
      public_lon = null
    where id = p_report;
    update casework.content set original_title = null, original_text = '', title = '', text = '', shown_place = null where report_id = p_report;
    update casework.event set text = null, words_salt = null where report_id = p_report and text is not null;
    update casework.accused set named = '' where report_id = p_report;
    delete from casework.attachment where report_id = p_report;
  end if;
  perform set_config('lapor.words', '', true);
  perform casework.publish(p_report);
  update identity.erasure set done_at = p_at where report_id = p_report;
end $$;
