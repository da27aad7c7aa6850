-- E-mail as a door. A mail is large: it comes in as bytes, beside the JSON of its row, and lies sealed until it has been understood.
create function identity.keep_sealed_arrival(p jsonb, p_sealed bytea) returns boolean language plpgsql security definer set search_path = pg_catalog as $$
declare
  a identity.arrival := jsonb_populate_record(null::identity.arrival, p);
begin
  insert into identity.arrival (id, door, gateway, message_hash, sealed, sent_at, arrived_at)
  values (a.id, a.door, a.gateway, a.message_hash, p_sealed, a.sent_at, a.arrived_at)
  on conflict (door, gateway, message_hash) do nothing;
  if not found then
    return false;
  end if;
  insert into casework.outbox (topic, report_id, seq, at) values ('arrival', a.id, 0, a.arrived_at);
  return true;
end $$;
comment on function identity.keep_sealed_arrival is 'Keeps what arrived, once, without an index of its sender. Answers whether it is new.';
revoke execute on function identity.keep_sealed_arrival from public;
grant execute on function identity.keep_sealed_arrival to lapor_web, lapor_worker;

-- Our mailboxes: where people write to, and how the worker reads it; without a host it is brought to /hooks/email.
create table identity.mailbox (
  id uuid primary key,
  name text not null unique check (name ~ '^[a-z][a-z0-9-]{0,39}$'),
  address text not null check (address ~ '^[^@\s<>]+@[^@\s<>]+$' and length(address) <= 254),
  plus boolean not null default true,
  trusts text check (length(trusts) <= 254),
  host text check (length(host) <= 254),
  port int check (port between 1 and 65535),
  tls text check (tls in ('tls', 'starttls', 'none')),
  username text check (length(username) <= 254),
  sealed_password bytea,
  folder text not null default 'INBOX' check (length(folder) <= 254),
  done_folder text check (length(done_folder) <= 254),
  changed_at timestamptz not null,
  uid_validity bigint,
  uid_next bigint,
  state text check (state in ('up', 'down')),
  since timestamptz,
  last_error text check (length(last_error) <= 60),
  check ((host is null) = (port is null) and (host is null) = (tls is null) and (host is null) = (username is null)
    and (host is null) = (sealed_password is null))
);
comment on table identity.mailbox is 'Mailboxes that people write to. Passwords are sealed for the worker.';
comment on column identity.mailbox.plus is 'What is written to name+anything reaches it: answers and bounces come with a token there.';
comment on column identity.mailbox.trusts is 'Whose Authentication-Results we believe: the name under which its own server writes them.';
comment on column identity.mailbox.done_folder is 'Where mails are moved once they are kept; else they are marked as seen.';
comment on column identity.mailbox.uid_next is 'The first mail that has not been kept yet, under uid_validity.';
comment on column identity.mailbox.last_error is 'Why it cannot be read, without a name or an address.';
alter table identity.mailbox enable row level security;
create policy worker on identity.mailbox to lapor_worker using (true) with check (true);
grant select, update (uid_validity, uid_next, state, since, last_error) on identity.mailbox to lapor_worker;

create function identity.mailbox_states() returns table (name text, state text, since timestamptz, last_error text)
language sql stable security definer set search_path = pg_catalog as $$
  select m.name, m.state, m.since, m.last_error from identity.mailbox m where m.host is not null order by m.name
$$;
comment on function identity.mailbox_states is 'Which mailboxes are read, and which not, and why.';
revoke execute on function identity.mailbox_states from public;
grant execute on function identity.mailbox_states to lapor_web, lapor_worker;

-- How much one address wrote, and heard at once, within an hour: nobody makes us write to somebody without end. The hash is of address
-- and hour: nothing ties two hours, a report or an account to it.
create table identity.mail_hour (
  sender bytea not null check (octet_length(sender) = 32),
  hour timestamptz not null,
  came int not null default 0,
  said int not null default 0,
  primary key (sender, hour)
);
comment on table identity.mail_hour is 'Mails of one address within one hour; gone a day later.';
alter table identity.mail_hour enable row level security;
create policy worker on identity.mail_hour to lapor_worker using (true) with check (true);
grant select, insert, update, delete on identity.mail_hour to lapor_worker;
create index mail_hour_old on identity.mail_hour (hour);

-- Letters that came back, and those who want none.
alter table identity.message add column bounces int not null default 0;
comment on column identity.message.bounces is 'How often it came back for now, and was tried again.';
alter table identity.filing
  add column mail_failed_at timestamptz,
  add column mail_stopped_at timestamptz;
comment on column identity.filing.mail_failed_at is 'The address that came with the report does not exist: its server sent a letter back for good.';
comment on column identity.filing.mail_stopped_at is 'Whoever filed wants no news by e-mail.';
alter table identity.account add column mail_failed_at timestamptz;
comment on column identity.account.mail_failed_at is 'The address of this account does not exist: its server sent a letter back for good.';
grant update (mail_failed_at, mail_stopped_at) on identity.filing to lapor_worker;
grant update (mail_failed_at) on identity.account to lapor_worker;
create policy mail on identity.filing for update to lapor_worker using (true) with check (true);
create policy mail on identity.account for update to lapor_worker using (true) with check (true);

-- The page that a letter's link opens. Whoever has the token of a letter to a reporter may stop the news of that report; the web
-- process learns nothing but whether there is such a letter, and what is in force.
create function identity.mail_news(p_message uuid) returns text language sql stable security definer set search_path = pg_catalog as $$
  select case when f.mail_stopped_at is null then 'on' else 'off' end
  from identity.message m join identity.filing f on f.report_id = m.report_id
  where m.id = p_message and m.channel = 'email' and m.account_id is null
$$;
create function identity.set_mail_news(p_message uuid, p_on boolean, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update identity.filing f set mail_stopped_at = case when p_on then null else coalesce(f.mail_stopped_at, p_at) end
  from identity.message m
  where m.id = p_message and m.channel = 'email' and m.account_id is null and f.report_id = m.report_id;
  return found;
end $$;
revoke execute on function identity.mail_news, identity.set_mail_news from public;
grant execute on function identity.mail_news, identity.set_mail_news to lapor_web;

-- Whoever has who they are forgotten is forgotten by what came by mail as well.
create trigger forget_mail_at_the_door after update of sealed on identity.filing
  for each row when (old.sealed is not null and new.sealed is null) execute function identity.forget_at_the_door();
create function identity.forget_mail() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  new.mail_failed_at := null;
  new.mail_stopped_at := null;
  return new;
end $$;
create trigger forget_mail before update of sealed on identity.filing
  for each row when (old.sealed is not null and new.sealed is null) execute function identity.forget_mail();
