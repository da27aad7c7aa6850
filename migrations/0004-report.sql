-- The report: what is known about it. Its words live in casework.content, its life in casework.event.
create table casework.move (
  move text not null,
  from_stage text not null,
  to_stage text not null,
  by_role text not null,
  primary key (move, from_stage, to_stage, by_role)
);
comment on table casework.move is 'The lifecycle (domain, section 5): a row that is not here cannot happen. Equal to src/report/lifecycle.ts.';

create table casework.report (
  id uuid primary key,
  tracking_id text not null unique check (tracking_id ~ '^[0-9A-Z]{9}$'),
  stage text not null check (stage in ('received', 'on_hold', 'forwarded', 'in_progress', 'answered', 'closed', 'archived', 'merged', 'withdrawn')),
  manner text check (manner in ('confirmed', 'silent')),
  resume_stage text check (resume_stage in ('received', 'forwarded', 'in_progress')),
  kind text not null check (kind in ('complaint', 'aspiration', 'information_request')),
  channel text not null check (channel in ('web', 'sms', 'x', 'app', 'email', 'chat', 'api', 'walk_in', 'import')),
  anonymous boolean not null,
  confidential boolean not null,
  without_identity boolean not null,
  shown_name text,
  agency_id text references publication.agency on delete restrict,
  unit_id text references publication.agency on delete restrict,
  officer_id uuid references identity.account on delete set null,
  own_door_id text references publication.agency on delete restrict,
  named_agency text,
  category_id text references publication.category on delete restrict,
  named_category text,
  area_code text references publication.area on delete restrict,
  place text,
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  public_lat double precision,
  public_lon double precision,
  filed_at timestamptz not null,
  published_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('solved', 'explained', 'cannot')),
  rating int check (rating between 1 and 5),
  archive_reason text,
  merged_into uuid references casework.report on delete restrict,
  bounces int not null default 0,
  returned_by text[] not null default '{}',
  objected boolean not null default false,
  reopened int not null default 0,
  clocks jsonb not null,
  due_at timestamptz,
  calendar int not null default 0,
  due_day date,
  overdue_since timestamptz,
  escalate_at timestamptz,
  escalation int not null default 0,
  flags text[] not null default '{}',
  idempotency bytea unique,
  body_hash bytea,
  import_layout text,
  import_id text,
  last_seq int not null,
  last_at timestamptz not null,
  check ((stage = 'closed') = (manner is not null)),
  check ((stage = 'merged') = (merged_into is not null)),
  check ((stage in ('on_hold', 'merged')) = (resume_stage is not null)),
  check ((stage = 'archived') = (archive_reason is not null)),
  check (stage not in ('forwarded', 'in_progress', 'answered') or agency_id is not null),
  check (unit_id is null or agency_id is not null),
  check (shown_name is null or not (anonymous or without_identity or confidential)),
  check ((lat is null) = (lon is null)),
  check ((public_lat is null) = (public_lon is null)),
  check (merged_into <> id),
  unique (import_layout, import_id)
);
comment on column casework.report.tracking_id is 'Nine characters without look-alikes; public, so never a credential.';
comment on column casework.report.clocks is 'Derived from the events (src/report/clocks); kept so that one row shows its deadlines.';
comment on column casework.report.due_at is 'Index of the derivation: end of the day on which the clock that runs now runs out. Recomputed when the calendar changes.';
comment on column casework.report.calendar is 'Version of the calendar by which due_at was computed.';
comment on column casework.report.escalate_at is 'When the next step of escalation of an overdue answer is due.';
comment on column casework.report.agency_id is 'The agency that must answer, or answered last; null while the national desk has it.';
comment on column casework.report.own_door_id is 'The agency that the reporter named; its coordinator sees the report from receipt.';
comment on column casework.report.named_agency is 'The office as the reporter wrote it, when it is not one of ours.';
comment on column casework.report.public_lat is 'The point as the public may see it: exact, or a cell of at least 500 m for anonymous reports. Degrees.';
comment on column casework.report.shown_name is 'The reporter''s name, only where they asked for it to be shown.';
comment on column casework.report.idempotency is 'Hash of the key under which this was filed: the same key again is the same report.';
create index on casework.report (stage, filed_at, id);
create index on casework.report (agency_id, stage, due_at);
create index on casework.report (unit_id, stage, due_at) where unit_id is not null;
create index on casework.report (own_door_id) where own_door_id is not null and stage in ('received', 'on_hold');
create index on casework.report (due_at) where stage in ('answered', 'on_hold');
create index on casework.report (escalate_at) where escalate_at is not null;
create index on casework.report (calendar) where due_at is not null;
create index on casework.report (merged_into) where merged_into is not null;

create table casework.content (
  report_id uuid primary key references casework.report on delete cascade,
  original_title text,
  original_text text not null,
  title text not null,
  text text not null,
  reporter_name text
);
comment on column casework.content.reporter_name is 'For the offices that handle it; never of an anonymous report.';
comment on table casework.content is 'The words: as the reporter wrote them, and as edited for the public.';

create table casework.event (
  report_id uuid not null references casework.report on delete restrict,
  seq int not null check (seq > 0),
  at timestamptz not null,
  zone text not null check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  move text not null,
  from_stage text not null,
  to_stage text not null,
  actor_role text not null,
  actor_id uuid,
  agency_id text references publication.agency on delete restrict,
  audience text not null check (audience in ('public', 'line', 'parties', 'office')),
  text text,
  data jsonb not null default '{}',
  prev_hash bytea not null,
  hash bytea not null,
  primary key (report_id, seq),
  check (actor_role <> 'reporter' or actor_id is null)
);
comment on column casework.event.zone is 'Zone of the office that owes the next action, or that acted: its civil day counts.';
comment on column casework.event.audience is 'public: all of it; line: the public sees that it happened, not the words; parties: reporter and office; office: the office alone.';
comment on column casework.event.hash is 'SHA-256 over the previous hash and this row: one chain per report.';

create table casework.attachment (
  id uuid primary key,
  report_id uuid references casework.report on delete cascade,
  staged_for bytea,
  seq int,
  position int not null,
  width int not null,
  height int not null,
  created_at timestamptz not null,
  check ((report_id is null) = (staged_for is not null))
);
comment on column casework.attachment.staged_for is 'Hash of the form''s key while its report is not filed yet.';
comment on column casework.attachment.seq is 'The event that it came with.';
create index on casework.attachment (report_id);
create index on casework.attachment (staged_for) where staged_for is not null;

create table casework.escalation (
  report_id uuid not null references casework.report on delete cascade,
  clock_seq int not null,
  level int not null check (level between 1 and 5),
  at timestamptz not null,
  primary key (report_id, clock_seq, level)
);
comment on table casework.escalation is 'Who heard that an answer is overdue: 1 unit, 2 coordinator, 3 national desk, 4 supervisors, 5 the reporter is offered the Ombudsman.';

create table casework.outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  report_id uuid not null,
  seq int not null,
  at timestamptz not null
);
comment on table casework.outbox is 'Consequences to be carried out, written with the event that makes them true; a relay turns them into jobs.';

create table identity.filing (
  report_id uuid primary key references casework.report on delete cascade,
  account_id uuid references identity.account on delete set null,
  key_hash bytea,
  sealed bytea,
  phone_index bytea,
  email_index bytea,
  without_identity boolean not null,
  check (not without_identity or (account_id is null and sealed is null and phone_index is null and email_index is null))
);
comment on column identity.filing.sealed is 'JSON {name, phone, email} of who filed, sealed.';
create index on identity.filing (account_id) where account_id is not null;
create index on identity.filing (phone_index) where phone_index is not null;
create index on identity.filing (email_index) where email_index is not null;

create table identity.message (
  id uuid primary key,
  dedupe text not null unique,
  report_id uuid references casework.report on delete cascade,
  account_id uuid references identity.account on delete cascade,
  channel text not null check (channel in ('email', 'sms', 'x', 'push')),
  template text not null,
  sealed_to bytea not null,
  state text not null check (state in ('queued', 'sent', 'failed', 'dead')),
  attempts int not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  preview jsonb
);
comment on column identity.message.dedupe is 'What makes it one: topic, report, event and person. Said twice, sent once.';
comment on column identity.message.preview is 'Address and words, kept only where nothing is really sent (demonstration, development).';
create index on identity.message (created_at desc);
create index on identity.message (state, created_at) where state in ('queued', 'failed');
