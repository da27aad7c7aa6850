-- Whom a report is about (terlapor): an office, the head of an office, a person; or words that the desk has yet to settle.
alter table casework.accused
  add column kind text check (kind in ('unit', 'head', 'person', 'outside')),
  add column unit_id text references publication.agency on delete restrict,
  add column account_id uuid references identity.account on delete restrict,
  add column resolved_at timestamptz,
  add column resolved_by uuid,
  add constraint names_an_office check ((kind is not null and kind in ('unit', 'head')) = (unit_id is not null)),
  add constraint names_a_person check ((kind is not null and kind = 'person') = (account_id is not null));
comment on column casework.accused.kind is 'unit: the office; head: whoever heads it; person: an account; outside: nobody of ours; null: not settled yet.';
create index on casework.accused (unit_id) where unit_id is not null;

-- Who heads an office, also acting (pelaksana tugas); until null: still does.
create table identity.holder (
  unit_id text not null references publication.agency on delete restrict,
  account_id uuid not null references identity.account on delete cascade,
  acting boolean not null default false,
  since timestamptz not null,
  until timestamptz check (until >= since),
  primary key (unit_id, account_id, since)
);
comment on table identity.holder is 'Who heads an office, since when, until when; an acting head (Plt.) is one as well.';
create index on identity.holder (account_id);
alter table identity.holder enable row level security;
create policy web on identity.holder for select to lapor_web using (casework.actor_role() in ('verifier', 'coordinator'));
create policy worker on identity.holder for select to lapor_worker using (true);
grant select on identity.holder to lapor_web, lapor_worker;

-- Who is locked out, worked out when it changes, so that row-level security asks one row and nothing else.
alter table casework.report
  add column accused_offices text[],
  add column accused_accounts uuid[],
  add column accused_desk boolean,
  add column accused_unresolved boolean,
  add column meant_for text references publication.agency on delete restrict;
comment on column casework.report.accused_offices is 'Offices accused, all below them included, inspectorates excepted. It only grows; null: nobody is accused.';
comment on column casework.report.accused_accounts is 'Everyone who is, or ever was, among the accused. It only grows.';
comment on column casework.report.accused_desk is 'The national desk itself is accused.';
comment on column casework.report.accused_unresolved is 'Somebody is named of whom it is not settled who that is: the desk alone has the report.';
comment on column casework.report.meant_for is 'Where the report was before it had to go around the accused.';
create index report_accused_offices on casework.report using gin (accused_offices) where accused_offices <> '{}';
create index report_accused_accounts on casework.report using gin (accused_accounts) where accused_accounts <> '{}';

-- One of those it accuses, whatever else they are; or nobody's yet, while it is not settled whom it accuses.
create function casework.is_accused(r casework.report) returns boolean language sql stable as $$
  select coalesce(casework.actor_account() = any (r.accused_accounts), false)
    or coalesce(casework.actor_agency() = any (r.accused_offices), false)
    or (coalesce(r.accused_desk, false) and casework.actor_role() = 'verifier')
    or (coalesce(r.accused_unresolved, false) and casework.actor_role() <> 'verifier')
$$;

-- The report exists for this actor (its row, its clocks). Never for those it accuses; the reporter keeps their own.
create or replace function casework.sees(r casework.report) returns boolean language sql stable as $$
  select case casework.actor_role()
    when 'reporter' then r.id = casework.actor_report()
    when 'system' then r.merged_into = casework.actor_report() -- children, when their parent ends
    when 'verifier' then not casework.is_accused(r)
    when 'coordinator' then not casework.is_accused(r) and (r.agency_id = casework.actor_agency()
      or (r.own_door_id = casework.actor_agency() and r.agency_id is null and r.stage in ('received', 'on_hold')
        and not r.own_door_id = any (r.returned_by)))
    when 'officer' then r.unit_id = casework.actor_agency() and not casework.is_accused(r)
    when 'supervisor' then (r.published_at is not null or r.agency_id is not null) and not casework.is_accused(r)
    else false
  end
$$;

-- Whom it names: the reporter, and the desk that reads it or has to settle it.
drop policy actor on casework.accused;
create policy actor on casework.accused for select to lapor_web using (
  casework.actor_role() in ('verifier', 'reporter') and exists (
    select from casework.report r where r.id = report_id
      and (casework.reads(r) or (r.accused_unresolved and casework.sees(r)))));

create function casework.offices_under(p_unit text) returns setof text language sql stable as $$
  with recursive below as (
    select p_unit as id
    union
    select a.id from below b join publication.agency a on a.parent_id = b.id where not a.is_inspectorate
  )
  select id from below
$$;
comment on function casework.offices_under is 'An office and everything below it, inspectorates and what is below them excepted.';

create function casework.lock_out(p_report uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  offices text[];
  accounts uuid[];
  desk boolean;
begin
  select * into r from casework.report where id = p_report for update;
  select coalesce(array_agg(distinct o order by o), '{}') into offices from (
    select casework.offices_under(x.unit_id) as o from casework.accused x where x.report_id = p_report and x.kind = 'unit'
    union select unnest(r.accused_offices)
  ) named;
  desk := coalesce(r.accused_desk, false) or exists (select from publication.agency a where a.is_desk and a.id = any (offices));
  select coalesce(array_agg(distinct a order by a), '{}') into accounts from (
    select unnest(r.accused_accounts) as a
    union select x.account_id from casework.accused x where x.report_id = p_report and x.account_id is not null
    union select h.account_id from casework.accused x join identity.holder h on h.unit_id = x.unit_id
      where x.report_id = p_report and x.kind = 'head' and (h.until is null or h.until > r.filed_at)
    union select p.id from casework.accused x join identity.account p on p.agency_id = x.unit_id
      where x.report_id = p_report and x.kind = 'head' and not exists ( -- nobody knows who heads it: anybody there may be the one
        select from identity.holder h where h.unit_id = x.unit_id and (h.until is null or h.until > r.filed_at))
    union select p.id from identity.account p where p.agency_id = any (offices) or (desk and p.role = 'verifier')
  ) people;
  update casework.report set accused_offices = offices, accused_accounts = accounts, accused_desk = desk,
    accused_unresolved = exists (select from casework.accused x where x.report_id = p_report and x.kind is null)
  where id = p_report;
end $$;
comment on function casework.lock_out is 'Works out who may not know of a report. Who once was among the accused stays locked out.';

create function casework.lock_out_named() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.lock_out(new.report_id);
  return null;
end $$;
create trigger lock_out after insert or update on casework.accused for each row execute function casework.lock_out_named();

-- Whoever comes under an accused office, or to the desk, is locked out with it: promotion, transfer, a new account.
create function casework.lock_out_account() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update casework.report r set accused_accounts = r.accused_accounts || new.id
  where (r.accused_offices @> array[new.agency_id] or (r.accused_desk and new.role = 'verifier'))
    and r.accused_offices <> '{}' and not new.id = any (r.accused_accounts);
  perform casework.lock_out(x.report_id) from casework.accused x where x.kind = 'head' and x.unit_id = new.agency_id;
  return null;
end $$;
create trigger lock_out after insert or update of agency_id, role on identity.account for each row
  when (new.role <> 'citizen') execute function casework.lock_out_account();

-- Whoever comes to head an office whose head is accused is locked out.
create function casework.lock_out_head() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.lock_out(x.report_id) from casework.accused x where x.kind = 'head' and x.unit_id = new.unit_id;
  return null;
end $$;
create trigger lock_out after insert or update on identity.holder for each row execute function casework.lock_out_head();

-- An office that comes under an accused one is locked out with all its people.
create function casework.lock_out_office() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.lock_out(r.id) from casework.report r
  where r.accused_offices <> '{}' and r.accused_offices @> array[new.parent_id];
  return null;
end $$;
create trigger lock_out after insert or update of parent_id, is_inspectorate on publication.agency for each row
  when (new.parent_id is not null) execute function casework.lock_out_office();

select casework.lock_out(report_id) from (select distinct report_id from casework.accused) named;

revoke execute on function casework.is_accused, casework.offices_under, casework.lock_out, casework.lock_out_named,
  casework.lock_out_account, casework.lock_out_head, casework.lock_out_office from public;
grant execute on function casework.is_accused to lapor_web, lapor_worker;
