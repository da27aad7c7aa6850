-- Whoever heads an accused office is one of its people, also one who acts for its head and has their account elsewhere.

-- As in migration 111; the heads of accused offices as well, those since the report was filed.
create or replace function casework.lock_out(p_report uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  offices text[];
  accounts uuid[];
  let_back text;
  desk boolean;
begin
  perform casework.people_stand_still();
  select * into r from casework.report where id = p_report for update;
  if r.accused_offices is not null and coalesce(r.agency_id, r.own_door_id) = 'ksp' and not 'ksp' = any (r.accused_offices) then
    let_back := 'ksp';
  end if;
  select coalesce(array_agg(distinct o order by o), '{}') into offices from (
    select casework.offices_under(x.unit_id) as o from casework.accused x where x.report_id = p_report and x.kind = 'unit'
    union select unnest(r.accused_offices)
  ) named where o is distinct from let_back;
  desk := exists (select from publication.agency a where a.is_desk and a.id = any (offices));
  select coalesce(array_agg(distinct a order by a), '{}') into accounts from (
    select unnest(r.accused_accounts) as a
    union select x.account_id from casework.accused x where x.report_id = p_report and x.account_id is not null
    union select h.account_id from casework.accused x join identity.holder h on h.unit_id = x.unit_id
      where x.report_id = p_report and x.kind = 'head' and (h.until is null or h.until > r.filed_at)
    union select p.id from casework.accused x join identity.account p on p.agency_id = x.unit_id
      where x.report_id = p_report and x.kind = 'head' and not exists ( -- nobody knows who heads it: anybody there may be the one
        select from identity.holder h where h.unit_id = x.unit_id and (h.until is null or h.until > r.filed_at))
    union select h.account_id from identity.holder h where h.unit_id = any (offices) and (h.until is null or h.until > r.filed_at)
    union select p.id from identity.account p where p.agency_id = any (offices) or (desk and p.role = 'verifier')
  ) people;
  r.accused_offices := offices;
  r.accused_accounts := accounts;
  r.accused_unresolved := exists (select from casework.accused x where x.report_id = p_report and x.kind is null);
  update casework.report set accused_offices = offices, accused_accounts = accounts, accused_unresolved = r.accused_unresolved,
    accused_desk = casework.desk_is_out(r)
  where id = p_report;
end $$;

-- As in migration 32; whoever comes to head an accused office, too.
create or replace function casework.lock_out_head() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.lock_out(about.id) from (
    select x.report_id as id from casework.accused x where x.kind = 'head' and x.unit_id = new.unit_id
    union select r.id from casework.report r where r.accused_offices <> '{}' and r.accused_offices @> array[new.unit_id]
  ) about;
  return null;
end $$;

-- What is here already.
select casework.lock_out(r.id) from casework.report r where exists (
  select from identity.holder h where h.unit_id = any (r.accused_offices) and not coalesce(h.account_id = any (r.accused_accounts), false));
