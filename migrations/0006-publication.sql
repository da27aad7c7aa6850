-- The physical copy of what is public. It is written by the database itself, in the transaction of the move,
-- so no door, job or script can forget it.
create table publication.report (
  tracking_id text primary key,
  report_id uuid not null unique,
  stage text not null,
  manner text,
  kind text,
  channel text,
  title text,
  text text,
  shown_name text,
  filed_at timestamptz not null,
  published_at timestamptz not null,
  answered_at timestamptz,
  closed_at timestamptz,
  agency_id text references publication.agency on delete restrict,
  category_id text references publication.category on delete restrict,
  area_code text references publication.area on delete restrict,
  place text,
  lat double precision,
  lon double precision,
  outcome text,
  rating int,
  archive_reason text,
  merged_into text,
  reopened int not null default 0,
  clocks jsonb not null default '[]',
  due_at timestamptz,
  due_day date,
  overdue_since timestamptz,
  due_moved jsonb,
  thread jsonb not null default '[]',
  updated_at timestamptz not null,
  words tsvector generated always as (to_tsvector('indonesian', coalesce(title, '') || ' ' || coalesce(text, ''))) stored
);
comment on table publication.report is 'One row is one public page. Withdrawn: ID and status only.';
comment on column publication.report.thread is 'Public events, oldest first: {at, actor, agency, move, text, outcome, pictures}.';
comment on column publication.report.due_moved is 'Why the deadline moved last: {from, to, reason}.';
alter table casework.report add column due_moved jsonb, add column ombudsman_at timestamptz;

create index report_newest on publication.report (published_at desc, tracking_id desc);
create index report_by_stage on publication.report (stage, published_at desc, tracking_id desc);
create index report_by_agency on publication.report (agency_id, published_at desc, tracking_id desc);
create index report_by_category on publication.report (category_id, stage, published_at desc, tracking_id desc);
create index report_by_area on publication.report (area_code text_pattern_ops, published_at desc, tracking_id desc);
create index report_by_kind on publication.report (kind, published_at desc, tracking_id desc);
create index report_answered on publication.report (answered_at desc) where stage in ('answered', 'closed');
create index report_words on publication.report using gin (words);

create table publication.attachment (
  id uuid primary key,
  tracking_id text not null references publication.report on delete cascade,
  seq int not null,
  position int not null,
  width int not null,
  height int not null
);
create index on publication.attachment (tracking_id);

-- Counts without counting: moves write differences, the sweep folds them into the tally.
create table publication.tally (
  agency_id text not null,
  stage text not null,
  n bigint not null,
  primary key (agency_id, stage)
);
create table publication.tally_change (
  id bigint generated always as identity primary key,
  agency_id text not null,
  stage text not null,
  change int not null
);
comment on table publication.tally is 'Public reports per agency ('''' for none) and stage; add publication.tally_change for the exact count.';

create function publication.count_copy() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and (old.stage, coalesce(old.agency_id, '')) = (new.stage, coalesce(new.agency_id, '')) then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    insert into publication.tally_change (agency_id, stage, change) values (coalesce(old.agency_id, ''), old.stage, -1);
  end if;
  if tg_op <> 'DELETE' then
    insert into publication.tally_change (agency_id, stage, change) values (coalesce(new.agency_id, ''), new.stage, 1);
  end if;
  return null;
end $$;
create trigger count_copy after insert or delete or update of stage, agency_id on publication.report
  for each row execute function publication.count_copy();

-- The thread as the public reads it: moves that concern the public, words only where the audience is the public.
create function casework.public_thread(p_report uuid) returns jsonb language sql stable as $$
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
  where e.report_id = p_report and e.audience in ('public', 'line')
$$;

create function casework.publish(p_report uuid) returns void language plpgsql as $$
declare
  r casework.report;
  c casework.content;
  gone boolean;
begin
  select * into r from casework.report where id = p_report;
  if r.published_at is null or r.confidential then
    delete from publication.report where report_id = p_report;
    return;
  end if;
  gone := r.stage = 'withdrawn';
  select * into c from casework.content where report_id = p_report;
  insert into publication.report as copy (
    tracking_id, report_id, stage, manner, kind, channel, title, text, shown_name, filed_at, published_at, answered_at,
    closed_at, agency_id, category_id, area_code, place, lat, lon, outcome, rating, archive_reason, merged_into, reopened,
    clocks, due_at, due_day, overdue_since, due_moved, thread, updated_at)
  select r.tracking_id, r.id, r.stage, r.manner, k.kind, k.channel, k.title, k.text, k.shown_name, r.filed_at, r.published_at,
    k.answered_at, r.closed_at, k.agency_id, k.category_id, k.area_code, k.place, k.public_lat, k.public_lon, k.outcome,
    k.rating, k.archive_reason,
    (select p.tracking_id from casework.report p where p.id = r.merged_into and p.published_at is not null and not p.confidential),
    r.reopened, coalesce(k.clocks, '[]'), k.due_at, k.due_day, k.overdue_since, k.due_moved,
    case when gone then '[]' else casework.public_thread(r.id) end, r.last_at
  from (select 1) one
  left join (
    select r.kind, r.channel, c.title, c.text, case when r.anonymous then null else r.shown_name end as shown_name, r.answered_at,
      r.agency_id, r.category_id, r.area_code, case when r.anonymous then null else r.place end as place,
      r.public_lat, r.public_lon, r.outcome, r.rating, r.archive_reason, r.clocks, r.due_at, r.due_day, r.overdue_since, r.due_moved
  ) k on not gone
  on conflict (tracking_id) do update set
    stage = excluded.stage, manner = excluded.manner, kind = excluded.kind, channel = excluded.channel, title = excluded.title,
    text = excluded.text, shown_name = excluded.shown_name, answered_at = excluded.answered_at, closed_at = excluded.closed_at,
    agency_id = excluded.agency_id, category_id = excluded.category_id, area_code = excluded.area_code, place = excluded.place,
    lat = excluded.lat, lon = excluded.lon, outcome = excluded.outcome, rating = excluded.rating,
    archive_reason = excluded.archive_reason, merged_into = excluded.merged_into, reopened = excluded.reopened,
    clocks = excluded.clocks, due_at = excluded.due_at, due_day = excluded.due_day, overdue_since = excluded.overdue_since,
    due_moved = excluded.due_moved, thread = excluded.thread, updated_at = excluded.updated_at;
  delete from publication.attachment a where a.tracking_id = r.tracking_id and (gone or not exists (
    select from casework.attachment kept where kept.id = a.id));
  if not gone then
    insert into publication.attachment (id, tracking_id, seq, position, width, height)
    select a.id, r.tracking_id, a.seq, a.position, a.width, a.height
    from casework.attachment a join casework.event e on e.report_id = a.report_id and e.seq = a.seq
    where a.report_id = r.id and e.audience = 'public'
    on conflict (id) do nothing;
  end if;
end $$;
comment on function casework.publish is 'Makes the public copy equal to what the public may know now: written, changed or removed.';

create function casework.publish_after_event() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.publish(new.report_id);
  return null;
end $$;
create trigger publish after insert on casework.event for each row execute function casework.publish_after_event();
