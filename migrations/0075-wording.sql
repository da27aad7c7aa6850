-- What is said in messages going out, where the desk says it otherwise than the product does. Every version stays; the newest holds.
create table casework.wording (
  n bigint generated always as identity primary key,
  door text not null check (door in ('email', 'sms', 'x')),
  name text not null check (name ~ '^[a-z_]{1,40}$'),
  subject text check (length(subject) between 1 and 120),
  words text check (length(words) between 1 and 1200),
  at timestamptz not null,
  account_id uuid not null references identity.account on delete restrict,
  check (subject is null or (door = 'email' and words is not null))
);
comment on table casework.wording is 'Words of messages as the national desk wrote them, one row a version.';
comment on column casework.wording.name is 'The message, by its name in src/notifications/table.ts.';
comment on column casework.wording.words is 'With {placeholders}, and [what stands only where its placeholder has something to say]; null: back to the words that came with the product.';
create index wording_of on casework.wording (door, name, n desc);

alter table casework.wording enable row level security;
create policy desk_reads on casework.wording for select to lapor_web
  using (casework.actor_role() in ('verifier', 'supervisor'));
create policy desk_writes on casework.wording for insert to lapor_web
  with check (casework.actor_role() = 'verifier' and account_id = casework.actor_account());
create policy worker on casework.wording for select to lapor_worker using (true);
grant select, insert on casework.wording to lapor_web;
grant select on casework.wording to lapor_worker;
