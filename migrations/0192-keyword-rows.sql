-- Every word by which an SMS names an office is a row: its main keyword, which we print, and as many aliases as people use.
create table publication.sms_keyword (
  word text primary key check (word ~ '^[A-Z0-9]{3,40}$'),
  agency_id text not null references publication.agency on delete cascade,
  is_main boolean not null default false
);
comment on table publication.sms_keyword is 'First words of an SMS to 1708 that name an office, upper case without spaces; one word names one office.';
comment on column publication.sms_keyword.is_main is 'The same as agency.sms_keyword, which is the one that we print.';
create unique index one_main_keyword on publication.sms_keyword (agency_id) where is_main;
create index on publication.sms_keyword (agency_id);

alter table publication.sms_keyword enable row level security;
create policy everyone on publication.sms_keyword for select using (true);
grant select on publication.sms_keyword to lapor_public, lapor_web, lapor_worker;

create function publication.keep_main_keyword() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from publication.sms_keyword where agency_id = new.id and is_main;
  if new.sms_keyword is not null then
    -- What was its alias becomes the main one; another office's word stays that office's.
    delete from publication.sms_keyword where agency_id = new.id and word = new.sms_keyword;
    insert into publication.sms_keyword (word, agency_id, is_main) values (new.sms_keyword, new.id, true);
  end if;
  return null;
end $$;
create trigger keep_main_keyword after insert or update of sms_keyword on publication.agency
  for each row execute function publication.keep_main_keyword();

insert into publication.sms_keyword (word, agency_id, is_main)
select sms_keyword, id, true from publication.agency where sms_keyword is not null;

create function publication.change_keyword_alias(p_agency text, p_word text, p_add boolean) returns text
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if casework.actor_role() is distinct from 'verifier' then
    raise exception 'keywords are the national desk''s' using errcode = 'insufficient_privilege';
  end if;
  if p_add then
    insert into publication.sms_keyword (word, agency_id) values (p_word, p_agency) on conflict do nothing;
  else
    delete from publication.sms_keyword where word = p_word and agency_id = p_agency and not is_main;
  end if;
  return (select k.agency_id from publication.sms_keyword k where k.word = p_word);
end $$;
comment on function publication.change_keyword_alias is 'Adds or removes an alias. Returns whose word it is now: another''s where it was taken.';
revoke execute on function publication.change_keyword_alias from public;
grant execute on function publication.change_keyword_alias to lapor_web;
