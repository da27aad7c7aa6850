-- The only ways to write a case. Each is one round trip, runs as the owner, and judges the actor itself.

-- File a report: report, words, first event, who filed, and the outbox, all or nothing.
-- Answers {id, tracking_id, filed_at, outcome}: filed | again (same key, same body) | other_body | in_flight.
create function casework.file_report(p jsonb) returns jsonb language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report := jsonb_populate_record(null::casework.report, p -> 'report');
  f identity.filing := jsonb_populate_record(null::identity.filing, p -> 'filing');
  c casework.content := jsonb_populate_record(null::casework.content, p -> 'content');
  known casework.report;
  at_event timestamptz := r.filed_at;
begin
  if r.idempotency is not null and coalesce((p ->> 'nowait')::boolean, false)
    and not pg_try_advisory_xact_lock(hashtextextended(encode(r.idempotency, 'hex'), 1708)) then
    return jsonb_build_object('outcome', 'in_flight');
  end if;
  select * into known from casework.report where idempotency = r.idempotency;
  if found then
    return jsonb_build_object('outcome', case when known.body_hash = r.body_hash then 'again' else 'other_body' end,
      'id', known.id, 'tracking_id', known.tracking_id, 'filed_at', known.filed_at, 'stage', known.stage);
  end if;

  r.stage := 'received';
  r.last_seq := 1;
  r.last_at := at_event;
  r.bounces := 0; r.returned_by := '{}'; r.objected := false; r.reopened := 0; r.escalation := 0; r.calendar := coalesce(r.calendar, 0);
  r.flags := coalesce(r.flags, '{}');
  insert into casework.report select r.* on conflict (idempotency) do nothing;
  if not found then
    select * into known from casework.report where idempotency = r.idempotency;
    return jsonb_build_object('outcome', case when known.body_hash = r.body_hash then 'again' else 'other_body' end,
      'id', known.id, 'tracking_id', known.tracking_id, 'filed_at', known.filed_at, 'stage', known.stage);
  end if;
  c.report_id := r.id;
  insert into casework.content select c.*;
  f.report_id := r.id;
  f.without_identity := r.without_identity;
  insert into identity.filing select f.*;
  update casework.attachment set report_id = r.id, staged_for = null, seq = 1 where staged_for = r.idempotency;
  insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, actor_id, agency_id, audience, data)
  values (r.id, 1, at_event, 'Asia/Jakarta', 'submit', 'none', 'received', coalesce(p ->> 'by', 'reporter'),
    (p ->> 'by_account')::uuid, p ->> 'by_agency', 'public', coalesce(p -> 'data', '{}'));
  insert into casework.accused (report_id, position, named)
  select r.id, n, named from jsonb_array_elements_text(coalesce(p -> 'accused', '[]')) with ordinality a (named, n);
  insert into casework.outbox (topic, report_id, seq, at)
  select topic, r.id, 1, at_event from jsonb_array_elements_text(coalesce(p -> 'topics', '[]')) topic;
  return jsonb_build_object('outcome', 'filed', 'id', r.id, 'tracking_id', r.tracking_id, 'filed_at', r.filed_at, 'stage', r.stage);
end $$;

-- Lock a report for a move; no row when this actor may not know of it.
create function casework.lock_report(p_report uuid) returns setof casework.report language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
begin
  select * into r from casework.report where id = p_report for update;
  if found and (casework.sees(r) or casework.is_system()) then
    return next r;
  end if;
end $$;

-- Only the worker (and the owner, for imports and seeds) may act as the system.
create function casework.is_system() returns boolean language sql stable as $$
  select casework.actor_role() = 'system' and pg_has_role(session_user, 'lapor_worker', 'member') $$;

-- Record one move: the report's columns, its words where edited, the event, the outbox. Returns the event's number.
create function casework.record_move(
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
  if p_changes ?| array['title', 'text'] then
    update casework.content set title = coalesce(p_changes ->> 'title', title), text = coalesce(p_changes ->> 'text', text)
    where report_id = p_report;
  end if;
  if n.anonymous then
    update casework.content set reporter_name = null where report_id = p_report and reporter_name is not null;
  end if;
  if p_changes ? 'attachments' then
    update casework.attachment set report_id = p_report, staged_for = null, seq = r.last_seq + 1
    where staged_for = decode(p_changes ->> 'attachments', 'hex');
  end if;
  insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, actor_id, agency_id, audience, text, data)
  values (p_report, r.last_seq + 1, p_at, p_zone, p_move, r.stage, p_to, role,
    case when role = 'reporter' then null else casework.actor_account() end, casework.actor_agency(), p_audience, p_text,
    coalesce(p_data, '{}'));
  insert into casework.outbox (topic, report_id, seq, at) select topic, p_report, r.last_seq + 1, p_at from unnest(p_topics) topic;
  perform set_config('lapor.move', '', true);
  return r.last_seq + 1;
end $$;

-- Which report a key, or an account, opens. Nothing for a wrong one.
create function identity.report_by_key(p_tracking text, p_key_hash bytea) returns uuid language sql stable security definer set search_path = pg_catalog as $$
  select r.id from casework.report r join identity.filing f on f.report_id = r.id
  where r.tracking_id = p_tracking and f.key_hash = p_key_hash $$;
create function identity.report_by_account(p_tracking text, p_account uuid) returns uuid language sql stable security definer set search_path = pg_catalog as $$
  select r.id from casework.report r join identity.filing f on f.report_id = r.id
  where r.tracking_id = p_tracking and f.account_id = p_account $$;
create function identity.reports_of(p_account uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  select report_id from identity.filing where account_id = p_account $$;

-- The receipt: readable for a day by whoever holds the form's own key. The zone of p_since is the caller's clock.
create function casework.receipt(p_idempotency bytea, p_since timestamptz) returns casework.report language sql stable security definer set search_path = pg_catalog as $$
  select r from casework.report r where r.idempotency = p_idempotency and r.filed_at >= p_since $$;

-- A change of the calendar: rows, a new version and its reason.
create function publication.change_calendar(p_add jsonb, p_remove bigint[], p_at timestamptz, p_reason text) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  version_now int;
begin
  if casework.actor_role() not in ('verifier', 'coordinator', 'supervisor') and not casework.is_system() then
    raise exception 'the calendar is not yours' using errcode = 'insufficient_privilege';
  end if;
  delete from publication.holiday h where h.id = any (p_remove)
    and (casework.actor_role() <> 'coordinator' or h.agency_id = casework.actor_agency());
  insert into publication.holiday (day, kind, name, agency_id, area_code)
  select h.day, h.kind, h.name, h.agency_id, h.area_code from jsonb_populate_recordset(null::publication.holiday, p_add) h
  where casework.actor_role() <> 'coordinator' or h.agency_id = casework.actor_agency()
  on conflict do nothing;
  select coalesce(max(version), 0) + 1 into version_now from publication.calendar_change;
  insert into publication.calendar_change (version, at, reason) values (version_now, p_at, p_reason);
  return version_now;
end $$;

-- Functions are open to those who need them, and to nobody else.
revoke execute on all functions in schema casework, identity, publication from public;
grant execute on all functions in schema casework to lapor_web, lapor_worker;
grant execute on all functions in schema identity to lapor_web, lapor_worker;
grant execute on function publication.change_calendar to lapor_web, lapor_worker;
revoke execute on function casework.publish(uuid), casework.public_thread(uuid) from lapor_web, lapor_worker;
