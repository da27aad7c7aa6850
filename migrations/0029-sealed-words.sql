-- The words of a confidential report are ciphertext from the first insert: the web process seals before it writes and opens
-- after it was allowed to read. What is here says only that nothing readable is kept, and how words change hands.
alter table casework.report add column point text;
comment on column casework.report.point is 'The exact point, sealed, of a report that hides who filed it or that it exists: lat and lon are then null.';
comment on column casework.report.place is 'Sealed where the report is confidential, as are named_agency and named_category.';
comment on column casework.content.reporter_name is 'For the offices that handle it, sealed; never of an anonymous report.';
comment on table casework.content is 'The words: as the reporter wrote them, and as edited for the public. Sealed where the report is confidential.';

create function casework.is_plain(words text) returns boolean language sql immutable parallel safe as $$
  select words is not null and left(words, 1) <> chr(1) $$;

create function casework.guard_report_words() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if coalesce(current_setting('lapor.words', true), '') <> 'change hands' and (casework.is_plain(new.place)
    or casework.is_plain(new.named_category) or (casework.is_plain(new.named_agency) and not exists (
      select from publication.agency a where a.name = new.named_agency))) then
    raise exception 'words of a confidential report are sealed before they are kept' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and not old.confidential and (
    exists (select from casework.content c where c.report_id = new.id and casework.is_plain(c.original_text || c.text || c.title))
    or exists (select from casework.event e where e.report_id = new.id and casework.is_plain(e.text))
    or exists (select from casework.accused a where a.report_id = new.id and casework.is_plain(a.named))) then
    raise exception 'a report becomes confidential with its words sealed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_words before insert or update of confidential, place, named_agency, named_category on casework.report
  for each row when (new.confidential) execute function casework.guard_report_words();

-- The reporter's own words are kept: they may be sealed and opened, by casework.keep_words alone, and never become others.
create or replace function casework.keep_original() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and coalesce(current_setting('lapor.words', true), '') <> 'change hands'
    and (new.report_id, new.original_title, new.original_text) is distinct from (old.report_id, old.original_title, old.original_text) then
    raise exception 'the reporter''s own words are kept' using errcode = 'check_violation';
  end if;
  if (casework.is_plain(new.original_title) or casework.is_plain(new.original_text) or casework.is_plain(new.title)
      or casework.is_plain(new.text))
    and coalesce(current_setting('lapor.words', true), '') <> 'change hands'
    and exists (select from casework.report r where r.id = new.report_id and r.confidential) then
    raise exception 'words of a confidential report are sealed before they are kept' using errcode = 'check_violation';
  end if;
  return new;
end $$;
drop trigger keep_original on casework.content;
create trigger keep_original before insert or update on casework.content for each row execute function casework.keep_original();

create function casework.guard_accused_words() returns trigger language plpgsql as $$
begin
  if casework.is_plain(new.named) and coalesce(current_setting('lapor.words', true), '') <> 'change hands'
    and exists (select from casework.report r where r.id = new.report_id and r.confidential) then
    raise exception 'words of a confidential report are sealed before they are kept' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_words before insert or update on casework.accused for each row execute function casework.guard_accused_words();

create function casework.guard_event_words() returns trigger language plpgsql as $$
begin
  if casework.is_plain(new.text) and exists (select from casework.report r where r.id = new.report_id and r.confidential) then
    raise exception 'words of a confidential report are sealed before they are kept' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_words before insert on casework.event for each row when (new.text is not null)
  execute function casework.guard_event_words();

-- Every word of a report, for the process that seals or opens all of them because its secrecy changes. As the actor who moves it.
create function casework.words_of(p_report uuid) returns jsonb language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  r casework.report;
begin
  select * into r from casework.report where id = p_report;
  if not found or not (casework.sees(r) or casework.is_system()) then
    raise exception 'no such report' using errcode = 'no_data_found';
  end if;
  return jsonb_build_object(
    'report', jsonb_build_object('place', r.place, 'named_agency', r.named_agency, 'named_category', r.named_category,
      'lat', r.lat, 'lon', r.lon, 'point', r.point),
    'content', (select to_jsonb(c) - 'report_id' from casework.content c where c.report_id = p_report),
    'events', coalesce((
      select jsonb_agg(jsonb_build_object('seq', e.seq, 'text', e.text, 'words_salt', encode(e.words_salt, 'hex')) order by e.seq)
      from casework.event e where e.report_id = p_report and e.text is not null), '[]'),
    'accused', coalesce((
      select jsonb_agg(jsonb_build_object('position', a.position, 'named', a.named) order by a.position)
      from casework.accused a where a.report_id = p_report), '[]'));
end $$;

-- The same words in another writing: sealed, opened, or sealed anew. Events keep their commitments, so their chain holds.
create function casework.keep_words(p_report uuid, p_words jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$
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
    reporter_name = c.reporter_name
  where report_id = p_report;
  update casework.event e set text = w.text, words_salt = decode(w.words_salt, 'hex')
  from jsonb_to_recordset(p_words -> 'events') w (seq int, text text, words_salt text)
  where e.report_id = p_report and e.seq = w.seq;
  update casework.accused a set named = w.named
  from jsonb_to_recordset(p_words -> 'accused') w (position int, named text)
  where a.report_id = p_report and a.position = w.position;
  perform set_config('lapor.words', '', true);
end $$;
revoke execute on function casework.words_of(uuid), casework.keep_words(uuid, jsonb) from public;
grant execute on function casework.words_of(uuid), casework.keep_words(uuid, jsonb) to lapor_web, lapor_worker;
grant execute on function casework.is_sealed(text), casework.is_plain(text), casework.commit_to(bytea, text) to lapor_web, lapor_worker;

-- The reports that the asking account filed (migration 10), with the id under whose keys their titles open.
drop function identity.my_reports(text, int);
create function identity.my_reports(p_after text, p_limit int) returns table (
  id uuid, tracking_id text, title text, stage text, manner text, anonymous boolean, confidential boolean, agency text,
  filed_at timestamptz, due_day date, overdue boolean
) language sql stable security definer set search_path = pg_catalog as $$
  select r.id, r.tracking_id, c.title, r.stage, r.manner, r.anonymous, r.confidential, coalesce(a.short_name, a.name),
    r.filed_at, r.due_day, r.overdue_since is not null
  from identity.filing f
  join casework.report r on r.id = f.report_id
  join casework.content c on c.report_id = r.id
  left join publication.agency a on a.id = r.agency_id
  where f.account_id = casework.actor_account()
    and (p_after is null or (r.filed_at, r.tracking_id) < (
      select b.filed_at, b.tracking_id from casework.report b join identity.filing own on own.report_id = b.id
      where b.tracking_id = p_after and own.account_id = casework.actor_account()))
  order by r.filed_at desc, r.tracking_id desc
  limit p_limit
$$;
revoke execute on function identity.my_reports from public;
grant execute on function identity.my_reports to lapor_web;
