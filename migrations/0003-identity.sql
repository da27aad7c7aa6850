-- Who people are. Phones and e-mails are found again by a keyed hash and opened only by the worker.
create table identity.account (
  id uuid primary key,
  role text not null check (role in ('citizen', 'verifier', 'coordinator', 'officer', 'supervisor', 'operator')),
  agency_id text references publication.agency on delete restrict,
  email_index bytea not null unique,
  sealed bytea not null,
  display_name text,
  password_hash text not null,
  created_at timestamptz not null,
  disabled_at timestamptz,
  check ((role in ('coordinator', 'officer')) <= (agency_id is not null)),
  check (role <> 'citizen' or display_name is null)
);
comment on column identity.account.sealed is 'JSON {name, email, phone}, sealed; only the worker can open it.';
comment on column identity.account.display_name is 'Name on duty, for colleagues; never a citizen''s.';
create index on identity.account (agency_id) where disabled_at is null;

create table identity.session (
  token_hash bytea primary key,
  account_id uuid not null references identity.account on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on identity.session (account_id);

create table identity.token (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('api', 'gateway', 'metrics')),
  account_id uuid references identity.account on delete cascade,
  label text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  check ((purpose = 'api') = (account_id is not null))
);
