-- Whoever handles a parent handles what was merged into it: they accuse the same people and posts when they are merged, and whoever comes
-- to be accused in one is locked out of all of them, at that moment. An unlocked one would answer for those that accuse them.

create function casework.accuse_alike(one casework.report, other casework.report) returns boolean language sql stable
set search_path = pg_catalog as $$
  select not coalesce(one.accused_unresolved, false) and not coalesce(other.accused_unresolved, false)
    and coalesce(one.accused_offices, '{}') @> coalesce(other.accused_offices, '{}')
    and coalesce(one.accused_offices, '{}') <@ coalesce(other.accused_offices, '{}')
    and coalesce(one.accused_accounts, '{}') @> coalesce(other.accused_accounts, '{}')
    and coalesce(one.accused_accounts, '{}') <@ coalesce(other.accused_accounts, '{}')
    and array(select distinct x.unit_id from casework.accused x where x.report_id = one.id and x.kind = 'head' order by 1)
      = array(select distinct x.unit_id from casework.accused x where x.report_id = other.id and x.kind = 'head' order by 1)
$$;
comment on function casework.accuse_alike is 'It is settled whom both accuse, and that is the same: offices, people, and the posts whose holders may change.';

-- For whoever wants to merge them and may know of both.
create function casework.accuse_the_same(p_one uuid, p_other uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((select casework.accuse_alike(one, other) from casework.report one, casework.report other
    where one.id = p_one and other.id = p_other and casework.sees(one) and casework.sees(other)), false)
$$;

-- As in migration 38; and of those who accuse the same.
create or replace function casework.guard_merge() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from casework.report parent where parent.id = new.merged_into
      and (parent.confidential <> new.confidential or not casework.accuse_alike(new, parent))) then
    raise exception 'only reports of equal confidentiality that accuse the same are merged' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create function casework.share_accused() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update casework.report k set accused_offices = coalesce(k.accused_offices, '{}'),
    accused_accounts = array(select unnest(k.accused_accounts) union select unnest(new.accused_accounts) order by 1)
  where (k.id = new.merged_into or k.merged_into = new.id) and not coalesce(k.accused_accounts, '{}') @> new.accused_accounts;
  return null;
end $$;
create trigger share_accused after update of accused_accounts on casework.report for each row
  when (new.accused_accounts <> '{}') execute function casework.share_accused();

-- What was merged before.
update casework.report set accused_accounts = accused_accounts where merged_into is not null and accused_accounts <> '{}';
update casework.report r set accused_accounts = accused_accounts
where accused_accounts <> '{}' and exists (select from casework.report k where k.merged_into = r.id);

revoke execute on function casework.accuse_alike, casework.accuse_the_same, casework.share_accused from public;
grant execute on function casework.accuse_the_same to lapor_web;
