-- X as a door: the installation's own account, what it waits for, and how whoever wrote there is found again.

-- Found again by the number of the account on X, as a phone is by its number. Forgotten with the rest of who filed.
alter table identity.filing add column x_index bytea check (octet_length(x_index) = 32);
comment on column identity.filing.x_index is 'Blind index of the reporter''s account on X, of reports that came by X.';
create index filing_x on identity.filing (x_index) where x_index is not null;
alter table identity.filing add check (not without_identity or x_index is null);

create function identity.forget_x() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.sealed is not null and new.sealed is null then
    new.x_index := null;
  end if;
  return new;
end $$;
create trigger forget_x before update on identity.filing for each row when (old.x_index is not null) execute function identity.forget_x();

-- A post is public and its number with it: whoever has a report forgotten leaves not even a hash of it beside the report.
create function identity.forget_at_the_door_of_x() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update identity.arrival set sender_index = null, said = null, said_nearly = null, sealed = null, report_id = null
  where report_id = new.report_id and door = 'x' and outcome is not null;
  delete from identity.x_said where report_id = new.report_id;
  return null;
end $$;
revoke execute on function identity.forget_at_the_door_of_x from public;
create trigger forget_at_the_door_of_x after update on identity.filing
  for each row when (old.x_index is not null and new.x_index is null) execute function identity.forget_at_the_door_of_x();

-- One account: where X is, who we are there, and how we sign. The keys are sealed for the worker; the one secret by which the
-- web process knows a hook's signature is kept as words are.
create table identity.x_account (
  id uuid primary key,
  one boolean not null default true unique check (one),
  api_url text not null check (api_url ~ '^https?://' and length(api_url) <= 200),
  media_url text not null check (media_url ~ '^https?://' and length(media_url) <= 200),
  user_id text not null check (user_id ~ '^[0-9]{1,20}$'),
  handle text not null check (handle ~ '^[A-Za-z0-9_]{1,15}$'),
  sealed_keys bytea not null,
  hook_secret text not null,
  changed_at timestamptz not null
);
comment on table identity.x_account is 'The installation''s account on X (bin/lapor x).';
comment on column identity.x_account.media_url is 'The one host from which pictures are fetched.';
alter table identity.x_account enable row level security;
create policy worker on identity.x_account for select to lapor_worker using (true);
grant select on identity.x_account to lapor_worker;

create function identity.x_hook() returns table (id uuid, hook_secret text, user_id text)
language sql stable security definer set search_path = pg_catalog as $$
  select id, hook_secret, user_id from identity.x_account
$$;
revoke execute on function identity.x_hook from public;
grant execute on function identity.x_hook to lapor_web;

-- How it goes with each part of X: since when it does not, and when it is tried again. Nothing of a person.
create table identity.x_state (
  part text primary key check (part in ('stream', 'mentions', 'search', 'directs', 'post', 'direct', 'lookup')),
  ok_at timestamptz,
  trouble text check (trouble in ('limited', 'quota', 'refused', 'away')),
  since timestamptz,
  again_at timestamptz,
  check ((trouble is null) = (since is null))
);
comment on table identity.x_state is 'How the installation gets on with X, for its operator.';
comment on column identity.x_state.trouble is 'limited: too often for now; quota: the day''s or month''s measure is spent; refused: keys are not accepted; away: no answer.';
alter table identity.x_state enable row level security;
create policy worker on identity.x_state to lapor_worker using (true) with check (true);
grant select, insert, update on identity.x_state to lapor_worker;

create function identity.x_states() returns table (part text, ok_at timestamptz, trouble text, since timestamptz, again_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select s.part, s.ok_at, s.trouble, s.since, s.again_at from identity.x_state s where exists (select from identity.x_account)
$$;
revoke execute on function identity.x_states from public;
grant execute on function identity.x_states to lapor_web, lapor_worker;

-- Up to where we have read. Sealed: the newest post may be one whose report hides. What is sealed is sealed anew row by row when keys
-- change: each row has an id for that (src/secrecy/keys/seal-for-worker.ts).
create table identity.x_cursor (
  part text primary key check (part in ('mentions', 'search', 'directs')),
  sealed bytea not null,
  id uuid not null default gen_random_uuid() unique
);
comment on table identity.x_cursor is 'The newest item that was read of each list; sealed for the worker.';
alter table identity.x_cursor enable row level security;
create policy worker on identity.x_cursor to lapor_worker using (true) with check (true);
grant select, insert, update, delete on identity.x_cursor to lapor_worker;

-- X allows one stream: one worker listens, until it says no more that it does.
create table identity.x_listener (
  one boolean primary key default true check (one),
  holder uuid not null,
  until timestamptz not null
);
comment on table identity.x_listener is 'Which worker listens to X.';
alter table identity.x_listener enable row level security;
create policy worker on identity.x_listener to lapor_worker using (true) with check (true);
grant select, insert, update, delete on identity.x_listener to lapor_worker;

-- A message that was handed to X and whose answer may be lost: it is looked up there before it is sent again.
alter table identity.message add column handed_at timestamptz;
comment on column identity.message.handed_at is 'X may have it since then, though it did not say so.';

-- What we wrote in public: an answer to it belongs to its report, and it is taken back when the report becomes hidden.
create table identity.x_said (
  post_hash bytea primary key check (octet_length(post_hash) = 32),
  report_id uuid not null references casework.report on delete cascade,
  sealed bytea not null,
  id uuid not null default gen_random_uuid() unique
);
comment on table identity.x_said is 'Our public answers: keyed hash of the post, and its number sealed for the worker.';
create index x_said_report on identity.x_said (report_id);
alter table identity.x_said enable row level security;
create policy worker on identity.x_said to lapor_worker using (true) with check (true);
grant select, insert, delete on identity.x_said to lapor_worker;

-- Posts of which nobody is sure whether they are a report: the national desk reads them and says.
create table identity.x_unsure (
  arrival_id uuid primary key references identity.arrival on delete cascade,
  kept text not null,
  decision text check (decision in ('report', 'no_report'))
);
comment on table identity.x_unsure is 'Words of a post that a human has to judge, sealed as those of a confidential report are.';
alter table identity.x_unsure enable row level security;
create policy worker on identity.x_unsure to lapor_worker using (true) with check (true);
grant select, insert, delete on identity.x_unsure to lapor_worker;

create function identity.unsure_posts(p_limit int) returns table (id uuid, arrived_at timestamptz, kept text)
language sql stable security definer set search_path = pg_catalog as $$
  select a.id, a.arrived_at, u.kept from identity.x_unsure u join identity.arrival a on a.id = u.arrival_id
  where casework.actor_role() = 'verifier' and u.decision is null
  order by a.arrived_at limit p_limit
$$;
create function identity.judge_post(p_id uuid, p_decision text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if casework.actor_role() is distinct from 'verifier' then
    return false;
  end if;
  update identity.x_unsure set decision = p_decision where arrival_id = p_id and decision is null;
  if not found then
    return false;
  end if;
  insert into casework.outbox (topic, report_id, seq, at) values ('arrival', p_id, 0, p_at);
  return true;
end $$;
revoke execute on function identity.unsure_posts, identity.judge_post from public;
grant execute on function identity.unsure_posts, identity.judge_post to lapor_web;
