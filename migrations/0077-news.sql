-- What a reporter wants to hear, and by which of the ways that they gave. Plain words and no address: a dump learns that somebody
-- wants fewer letters, not who. Forgotten with the identity.
alter table identity.filing
  add column news text check (news in ('all', 'needed', 'none')),
  add column news_by text check (news_by in ('email', 'sms'));
comment on column identity.filing.news is 'all: everything; needed: what the reporter has to act on; none: the receipt alone. Null: as the account says, else all.';
comment on column identity.filing.news_by is 'The way that the reporter likes better, where they gave both.';

alter table identity.account add column news text check (news in ('all', 'needed', 'none'));
comment on column identity.account.news is 'What its person wants to hear of their own reports, where a report says nothing else.';

create function identity.forget_news() returns trigger language plpgsql as $$
begin
  new.news := null;
  new.news_by := null;
  return new;
end $$;
create trigger forget_news before update of sealed on identity.filing
  for each row when (old.sealed is not null and new.sealed is null) execute function identity.forget_news();

-- For whoever the report is theirs: what they chose, whether an account leads to it, and whether they gave both ways. Nothing for a
-- report that nobody can be reached for.
create function identity.news_of(p_report uuid) returns table (news text, news_by text, by_account boolean, two_ways boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select f.news, f.news_by, f.account_link is not null,
    coalesce(f.has_phone and f.has_email and f.account_link is null, false)
  from identity.filing f
  where f.report_id = p_report and casework.actor_role() = 'reporter' and casework.actor_report() = p_report
    and (f.account_link is not null or f.has_phone or f.has_email or f.x_index is not null)
$$;

create function identity.choose_news(p_report uuid, p_news text, p_by text) returns boolean
language sql security definer set search_path = pg_catalog as $$
  with chosen as (
    update identity.filing f set news = p_news, news_by = p_by
    where f.report_id = p_report and casework.actor_role() = 'reporter' and casework.actor_report() = p_report
      and (f.account_link is not null or f.has_phone or f.has_email or f.x_index is not null)
      and (p_by is null or (f.has_phone and f.has_email and f.account_link is null))
    returning 1)
  select exists (select from chosen)
$$;

create function identity.account_news() returns text language sql stable security definer set search_path = pg_catalog as $$
  select news from identity.account where id = casework.actor_account() $$;
create function identity.choose_account_news(p_news text) returns void language sql security definer set search_path = pg_catalog as $$
  update identity.account set news = p_news where id = casework.actor_account() $$;

revoke execute on function identity.forget_news, identity.news_of, identity.choose_news, identity.account_news,
  identity.choose_account_news from public;
grant execute on function identity.news_of, identity.choose_news, identity.account_news, identity.choose_account_news to lapor_web;
