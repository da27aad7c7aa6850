-- An event's hash covers a salted commitment to its words instead of the words, so that they may be sealed, or erased with
-- their key, and the chain still holds. Salt and words of what everybody may read stay beside it; sealed words carry theirs inside.
alter table casework.event
  add column words_salt bytea,
  add column words_hash bytea;
comment on column casework.event.words_hash is 'SHA-256 over salt and words; without words null. It stays when the words are erased.';
comment on column casework.event.words_salt is 'Of words kept readable; the salt of sealed words is sealed with them, so that nobody tests guesses.';

-- Sealed words begin with the control character U+0001, which no cleaned text holds (src/report/keeper.ts).
create function casework.is_sealed(words text) returns boolean language sql immutable parallel safe as $$
  select left(words, 1) = chr(1) $$;

create function casework.commit_to(salt bytea, words text) returns bytea language sql immutable parallel safe as $$
  select sha256(salt || convert_to(words, 'UTF8')) $$;

-- What an event's hash covers. jsonb prints its keys in one order, so the text is canonical.
create or replace function casework.event_hash(e casework.event) returns bytea language sql stable parallel safe as $$
  select sha256(e.prev_hash || convert_to(jsonb_build_array(
    e.report_id, e.seq, (extract(epoch from e.at) * 1000000)::bigint, e.zone, e.move, e.from_stage, e.to_stage,
    e.actor_role, e.actor_id, e.agency_id, e.audience, encode(e.words_hash, 'hex'), e.data)::text, 'UTF8'))
$$;

-- An event must be the next one, fit the table, and agree with the report; it is then linked into the chain.
create or replace function casework.link_event() returns trigger language plpgsql as $$
declare
  r casework.report;
  before casework.event;
begin
  select * into r from casework.report where id = new.report_id;
  select * into before from casework.event where report_id = new.report_id order by seq desc limit 1;
  if new.seq <> coalesce(before.seq, 0) + 1 or r.last_seq is distinct from new.seq then
    raise exception 'event % of a report at %', new.seq, r.last_seq using errcode = 'check_violation';
  end if;
  if new.from_stage <> coalesce(before.to_stage, 'none') or new.to_stage <> r.stage or not exists (
    select from casework.move m
    where m.move = new.move and m.from_stage = new.from_stage and m.to_stage = new.to_stage and m.by_role = new.actor_role
  ) then
    raise exception '% may not % from % to %', new.actor_role, new.move, new.from_stage, new.to_stage using errcode = 'check_violation';
  end if;
  if new.text is null then
    new.words_salt := null;
    new.words_hash := null;
  elsif casework.is_sealed(new.text) then
    if new.words_hash is null then
      raise exception 'sealed words need their commitment' using errcode = 'check_violation';
    end if;
    new.words_salt := null;
  else
    new.words_salt := uuid_send(gen_random_uuid());
    new.words_hash := casework.commit_to(new.words_salt, new.text);
  end if;
  new.prev_hash := coalesce(before.hash, '\x');
  new.hash := casework.event_hash(new);
  return new;
end $$;

-- Events are only ever added. Their words alone may change hands: sealed, opened again when they are what was committed to, or gone.
create or replace function casework.refuse() returns trigger language plpgsql as $$
declare
  kept casework.event;
begin
  if tg_op = 'UPDATE' then
    kept := new;
    kept.text := old.text;
    kept.words_salt := old.words_salt;
    if kept is not distinct from old and (new.text is null or casework.is_sealed(new.text) and new.words_salt is null
      or casework.commit_to(new.words_salt, new.text) = new.words_hash) then
      return new;
    end if;
  end if;
  raise exception 'events are only ever added' using errcode = 'check_violation';
end $$;

-- The events there are: each gets its salt and commitment, and the chains are linked anew.
alter table casework.event disable trigger user;
update casework.event set words_salt = uuid_send(gen_random_uuid()) where text is not null;
do $$
declare
  e casework.event;
  before casework.event;
begin
  for e in select * from casework.event order by report_id, seq loop
    e.words_hash := casework.commit_to(e.words_salt, e.text);
    e.prev_hash := case when e.seq = 1 then '\x'::bytea else before.hash end;
    e.hash := casework.event_hash(e);
    update casework.event set words_hash = e.words_hash, prev_hash = e.prev_hash, hash = e.hash
    where report_id = e.report_id and seq = e.seq;
    before := e;
  end loop;
end $$;
alter table casework.event enable trigger user;

-- Record one move: as before (migration 8), and sealed words come with their commitment.
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
  insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, actor_id, agency_id, audience, text,
    data, words_hash)
  values (p_report, r.last_seq + 1, p_at, p_zone, p_move, r.stage, p_to, role,
    case when role = 'reporter' then null else casework.actor_account() end, casework.actor_agency(), p_audience, p_text,
    coalesce(p_data, '{}'), decode(p_changes ->> 'words_hash', 'hex'));
  insert into casework.outbox (topic, report_id, seq, at) select topic, p_report, r.last_seq + 1, p_at from unnest(p_topics) topic;
  perform set_config('lapor.move', '', true);
  return r.last_seq + 1;
end $$;
