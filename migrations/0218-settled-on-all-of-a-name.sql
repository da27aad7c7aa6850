-- Somebody may have several accounts: whoever is settled on is locked out by all that bear their name, unless the desk says that those are others.

-- As in migration 201. p_also: the accounts of the same name, which a further row of the name names each; those locked out already need none.
drop function casework.settle_accused(uuid, int, text, text, uuid, timestamptz);
create function casework.settle_accused(
  p_report uuid, p_position int, p_kind text, p_unit text, p_account uuid, p_also uuid[], p_at timestamptz
) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  x casework.accused;
  settled_at timestamptz;
begin
  perform casework.people_stand_still();
  select * into r from casework.report where id = p_report for update;
  if not found or not (casework.actor_role() = 'verifier' or casework.stands_in(r)) or not casework.sees(r) then
    raise exception 'no such report' using errcode = 'no_data_found';
  end if;
  perform set_config('lapor.now', p_at::text, true);
  settled_at := case when r.without_identity then date_trunc('hour', p_at, 'UTC') else p_at end;
  select * into x from casework.accused where report_id = p_report and position = p_position;
  if not found then
    return false;
  end if;
  if x.kind <> 'outside' and (x.kind, x.unit_id, x.account_id) is distinct from (p_kind, p_unit, p_account)
    and not exists (select from casework.accused same where same.report_id = p_report and same.position <> p_position
      and (same.kind, same.unit_id, same.account_id) is not distinct from (x.kind, x.unit_id, x.account_id)) then
    insert into casework.accused (report_id, position, named, kind, unit_id, account_id, resolved_at, resolved_by)
    select p_report, max(y.position) + 1, x.named, x.kind, x.unit_id, x.account_id, x.resolved_at, x.resolved_by
    from casework.accused y where y.report_id = p_report;
  end if;
  insert into casework.accused (report_id, position, named, kind, account_id, resolved_at, resolved_by)
  select p_report, (select max(y.position) from casework.accused y where y.report_id = p_report) + also.n, x.named, 'person', also.id,
    settled_at, casework.actor_account()
  from (
    select a.id, row_number() over (order by a.id) as n from identity.account a
    where p_kind = 'person' and a.role <> 'citizen' and a.id = any (p_also) and a.id <> p_account
      and not coalesce(a.id = any (r.accused_accounts), false)
  ) also;
  update casework.accused set kind = p_kind, unit_id = p_unit, account_id = p_account, resolved_at = settled_at,
    resolved_by = casework.actor_account()
  where report_id = p_report and position = p_position;
  if r.stage <> 'withdrawn' and (x.kind, x.unit_id, x.account_id) is distinct from (p_kind, p_unit, p_account) then
    update casework.report set last_seq = r.last_seq + 1 where id = p_report;
    insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, actor_id, agency_id, audience, data)
    values (p_report, r.last_seq + 1, greatest(r.last_at, settled_at), 'Asia/Jakarta', 'settle_accused', r.stage, r.stage,
      casework.actor_role(), casework.actor_account(), casework.actor_agency(), 'reporter',
      jsonb_strip_nulls(jsonb_build_object('position', p_position, 'kind', p_kind, 'unit', p_unit)));
  end if;
  return true;
end $$;
revoke execute on function casework.settle_accused from public;
grant execute on function casework.settle_accused to lapor_web, lapor_worker;
