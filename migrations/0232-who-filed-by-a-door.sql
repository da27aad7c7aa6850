-- By what a door knows who filed is one column for every door but SMS, whose numbers are phones that are also typed on pages. It was
-- made for X; its values stay. What is forgotten, told, chosen or opened by it holds for any door from here on.
alter table identity.filing rename column x_index to door_index;
alter index identity.filing_x rename to filing_door;
comment on column identity.filing.door_index is 'Blind index of whoever filed at the door by which the report came, where that is no phone.';

-- As for X in migration 65: the index goes with what is sealed.
drop trigger forget_x on identity.filing;
drop function identity.forget_x();
create function identity.forget_door_index() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.sealed is not null and new.sealed is null then
    new.door_index := null;
  end if;
  return new;
end $$;
revoke execute on function identity.forget_door_index from public;
create trigger forget_door_index before update on identity.filing
  for each row when (old.door_index is not null) execute function identity.forget_door_index();

-- As in migration 121, of every door where everybody reads what is written.
drop trigger forget_at_the_door_of_x on identity.filing;
drop function identity.forget_at_the_door_of_x();
create function identity.forget_at_a_public_door() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update identity.arrival set sender_index = null, said = null, said_nearly = null, sealed = null, report_id = null
  where report_id = new.report_id and outcome is not null and door in (select d.name from casework.door d where d.is_public);
  update identity.arrival set sender_index = null, sealed = null, outcome = 'refused', reason = 'forgotten', about = null
  where about = new.report_id and outcome = 'asked';
  return null;
end $$;
revoke execute on function identity.forget_at_a_public_door from public;
create trigger forget_at_a_public_door after update on identity.filing
  for each row when (old.door_index is not null and new.door_index is null) execute function identity.forget_at_a_public_door();

-- As in migration 115.
create or replace function identity.arrivals_of(p_report uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select a.id from identity.arrival a where a.report_id = p_report and a.outcome is not null
  union
  select a.id from identity.arrival a where a.about = p_report and a.outcome is not null
  union
  select a.id from identity.filing f join identity.arrival a on a.sender_index in (f.phone_index, f.door_index)
  where f.report_id = p_report and a.outcome is not null and a.sealed is null
$$;

-- As in migration 115.
create or replace function identity.finish_erasure(
  p_report uuid, p_at timestamptz
) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  e identity.erasure;
  erases_words boolean;
begin
  if not casework.is_system() then
    raise exception 'only the system erases' using errcode = 'insufficient_privilege';
  end if;
  select * into r from casework.report where id = p_report for update;
  select * into e from identity.erasure where report_id = p_report;
  if e.report_id is null then
    return;
  end if;
  erases_words := casework.erases_words(e.what, r);
  perform set_config('lapor.words', 'change hands', true);
  delete from identity.message m using identity.arrivals_of(p_report) a
  where m.report_id is null and m.account_id is null and m.dedupe = 'answer reporter ' || a;
  delete from identity.message m using identity.filing f
  where f.report_id = p_report and m.to_index in (f.phone_index, f.door_index) and m.report_id is null and m.account_id is null
    and not exists (select from identity.arrival a
      where a.id::text = split_part(m.dedupe, ' ', 3) and (a.outcome is null or a.sealed is not null));
  update identity.filing set account_id = null, account_link = null, sealed = null, phone_index = null, has_phone = null,
    has_email = null, print_salt = null, name_prints = null, contact_prints = null, name_pieces = null
  where report_id = p_report;
  delete from identity.message where report_id = p_report and account_id is null;
  update casework.opening set sealed = null where report_id = p_report;
  perform casework.empty_report(p_report, erases_words);
  if erases_words then
    delete from casework.attachment where report_id = p_report;
    update identity.message set preview = null where report_id = p_report;
  end if;
  perform set_config('lapor.words', '', true);
  perform casework.publish(p_report);
  update identity.erasure set done_at = p_at where report_id = p_report;
end $$;

-- As in migration 77.
create or replace function identity.news_of(p_report uuid) returns table (news text, news_by text, by_account boolean, two_ways boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select f.news, f.news_by, f.account_link is not null,
    coalesce(f.has_phone and f.has_email and f.account_link is null, false)
  from identity.filing f
  where f.report_id = p_report and casework.actor_role() = 'reporter' and casework.actor_report() = p_report
    and (f.account_link is not null or f.has_phone or f.has_email or f.door_index is not null)
$$;

create or replace function identity.choose_news(p_report uuid, p_news text, p_by text) returns boolean
language sql security definer set search_path = pg_catalog as $$
  with chosen as (
    update identity.filing f set news = p_news, news_by = p_by
    where f.report_id = p_report and casework.actor_role() = 'reporter' and casework.actor_report() = p_report
      and (f.account_link is not null or f.has_phone or f.has_email or f.door_index is not null)
      and (p_by is null or (f.has_phone and f.has_email and f.account_link is null))
    returning 1)
  select exists (select from chosen)
$$;

-- As in migration 174.
create or replace function identity.open_page_link(p_hash bytea, p_key_hash bytea, p_at timestamptz) returns uuid
language sql security definer set search_path = pg_catalog as $$
  update identity.page_link l set key_hash = p_key_hash, ends_at = p_at + interval '2 hours'
  where l.hash = p_hash and l.key_hash is null and l.ends_at > p_at
    and exists (select from identity.filing f where f.report_id = l.report_id
      and (f.phone_index is not null or f.door_index is not null or f.has_email))
  returning l.report_id
$$;
