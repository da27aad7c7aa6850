-- Each edit of the calendar remembers its rows, so that a deadline that moved can name the days that moved it.
alter table publication.calendar_change
  add column added jsonb not null default '[]',
  add column removed jsonb not null default '[]';
comment on column publication.calendar_change.added is 'Rows of publication.holiday that this edit added: {day, kind, name, agency_id, area_code}.';

create or replace function publication.change_calendar(p_add jsonb, p_remove bigint[], p_at timestamptz, p_reason text) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  version_now int;
  v_removed jsonb;
  v_added jsonb;
begin
  if casework.actor_role() not in ('verifier', 'coordinator', 'supervisor') and not casework.is_system() then
    raise exception 'the calendar is not yours' using errcode = 'insufficient_privilege';
  end if;
  perform pg_advisory_xact_lock(1712);
  with gone as (
    delete from publication.holiday h where h.id = any (p_remove)
      and (casework.actor_role() <> 'coordinator' or h.agency_id = casework.actor_agency())
    returning h.day, h.kind, h.name, h.agency_id, h.area_code)
  select coalesce(jsonb_agg(to_jsonb(gone)), '[]') into v_removed from gone;
  with new as (
    insert into publication.holiday (day, kind, name, agency_id, area_code)
    select h.day, h.kind, h.name, h.agency_id, h.area_code from jsonb_populate_recordset(null::publication.holiday, p_add) h
    where casework.actor_role() <> 'coordinator' or h.agency_id = casework.actor_agency()
    on conflict do nothing
    returning day, kind, name, agency_id, area_code)
  select coalesce(jsonb_agg(to_jsonb(new)), '[]') into v_added from new;
  select coalesce(max(version), 0) + 1 into version_now from publication.calendar_change;
  insert into publication.calendar_change (version, at, reason, added, removed)
  values (version_now, p_at, p_reason, v_added, v_removed);
  return version_now;
end $$;
