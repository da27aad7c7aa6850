-- An embargo: a report that will be forwarded is kept from publication, on a legal ground that is written down and that its
-- reporter reads. It ends by itself. Without one, a forwarded report that is not confidential is public.
create table casework.embargo (
  report_id uuid not null references casework.report on delete restrict,
  n int not null check (n > 0),
  ground text not null check (ground in ('investigation', 'witness', 'child', 'court')),
  statute text not null check (length(btrim(statute)) between 5 and 300),
  until timestamptz not null,
  laid_by uuid not null references identity.account on delete restrict,
  laid_role text not null check (laid_role = 'verifier'),
  laid_office text references publication.agency on delete restrict,
  laid_at timestamptz not null,
  ended_at timestamptz,
  primary key (report_id, n),
  check (until > laid_at and until <= laid_at + interval '90 days'),
  check (ended_at >= laid_at)
);
comment on table casework.embargo is 'Who kept a report from publication, by which law, until when. At most 90 days at a time; the sweep ends it.';
create unique index embargo_running on casework.embargo (report_id) where ended_at is null;
create index embargo_due on casework.embargo (until) where ended_at is null;

create function casework.guard_embargo() returns trigger language plpgsql as $$
declare
  before casework.embargo := old;
begin
  if tg_op = 'UPDATE' and old.ended_at is null then
    before.ended_at := new.ended_at;
    if new is not distinct from before then
      return new;
    end if;
  end if;
  raise exception 'the ledger is only ever added to' using errcode = 'check_violation';
end $$;
create trigger guard before update or delete on casework.embargo for each row execute function casework.guard_embargo();
create trigger guard_all before truncate on casework.embargo for each statement execute function casework.guard_embargo();

-- Whatever would publish a report, a move or its reporter: an embargo holds it back, and nothing else does.
create function casework.hold_back() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  held boolean := exists (
    select from casework.embargo where report_id = new.id and ended_at is null and until > new.last_at);
begin
  if held and old.published_at is null then
    new.published_at := null;
  end if;
  if old.stage = 'received' and new.stage = 'forwarded' and not new.confidential and new.published_at is null and not held then
    raise exception 'only an embargo holds back a forwarded report' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger hold_back before update on casework.report for each row
  when (new.published_at is distinct from old.published_at or new.stage is distinct from old.stage)
  execute function casework.hold_back();

-- Lay an embargo on a report that was never published. Its number; null when there is no such report, or none that could be held.
create function casework.lay_embargo(p_report uuid, p_ground text, p_statute text, p_until timestamptz, p_at timestamptz) returns int
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  me identity.account := casework.opener();
  number int;
begin
  select * into r from casework.report where id = p_report for update;
  if not found or me.id is null or me.role <> 'verifier' or not casework.sees(r) or r.confidential
    or r.published_at is not null or r.stage not in ('received', 'on_hold')
    or exists (select from casework.embargo where report_id = p_report and ended_at is null) then
    return null;
  end if;
  select coalesce(max(n), 0) + 1 into number from casework.embargo where report_id = p_report;
  insert into casework.embargo (report_id, n, ground, statute, until, laid_by, laid_role, laid_office, laid_at)
  values (p_report, number, p_ground, p_statute, p_until, me.id, me.role, me.agency_id, p_at);
  insert into casework.outbox (topic, report_id, seq, at) values ('embargo', p_report, number, p_at);
  return number;
end $$;

-- End it: the system when its time is over, a verifier earlier. What was held back is published in the same transaction.
create function casework.end_embargo(p_report uuid, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
begin
  select * into r from casework.report where id = p_report for update;
  if not found or not (casework.is_system() or (casework.actor_role() = 'verifier' and (casework.opener()).id is not null
    and casework.sees(r))) then
    return false;
  end if;
  update casework.embargo set ended_at = p_at
  where report_id = p_report and ended_at is null and (until <= p_at or not casework.is_system());
  if not found then
    return false;
  end if;
  if not r.confidential and r.published_at is null and r.stage <> 'withdrawn' and (r.agency_id is not null or r.bounces > 0) then
    update casework.report
    set published_at = case when r.without_identity then date_trunc('hour', p_at, 'UTC') else p_at end
    where id = p_report;
    perform casework.publish(p_report);
  end if;
  return true;
end $$;

alter table casework.embargo enable row level security;
create policy ledger on casework.embargo for select to lapor_web using (
  exists (select from casework.report r where r.id = report_id and casework.sees(r)));
create policy worker on casework.embargo for select to lapor_worker using (true);
grant select on casework.embargo to lapor_web, lapor_worker;
revoke execute on function casework.guard_embargo, casework.hold_back, casework.lay_embargo, casework.end_embargo from public;
grant execute on function casework.lay_embargo, casework.end_embargo to lapor_web, lapor_worker;
