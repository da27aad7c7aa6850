-- What people do with their own account. Each function acts for the account that is asking, and for no other.
create function identity.my_reports(p_after text, p_limit int) returns table (
  tracking_id text, title text, stage text, manner text, anonymous boolean, confidential boolean, agency text,
  filed_at timestamptz, due_day date, overdue boolean
) language sql stable security definer set search_path = pg_catalog as $$
  select r.tracking_id, c.title, r.stage, r.manner, r.anonymous, r.confidential, coalesce(a.short_name, a.name),
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
comment on function identity.my_reports is 'The reports that the asking account filed, newest first, after the one named.';

create function identity.change_password(p_old_hash text, p_new_hash text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update identity.account set password_hash = p_new_hash
  where id = casework.actor_account() and password_hash = p_old_hash and disabled_at is null;
  return found;
end $$;
comment on function identity.change_password is 'Only whoever knows the hash that holds now can change it; two changes at once: the second is refused.';

revoke execute on function identity.my_reports, identity.change_password from public;
grant execute on function identity.my_reports, identity.change_password to lapor_web;
