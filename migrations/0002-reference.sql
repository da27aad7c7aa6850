-- Agencies are a tree of rows; areas, categories, holidays and policies are rows too: regulations change, code does not.
create table publication.area (
  code text primary key,
  parent_code text references publication.area on delete restrict,
  name text not null,
  level text not null check (level in ('province', 'regency', 'district', 'village')),
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180)
);
comment on table publication.area is 'Kemendagri areas; the point lies inside the area (WGS 84 degrees).';
create index on publication.area (parent_code);

create table publication.agency (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  parent_id text references publication.agency on delete restrict,
  root_id text not null references publication.agency on delete restrict deferrable initially deferred,
  name text not null,
  short_name text,
  kind text not null check (kind in ('ministry', 'agency', 'state_company', 'university', 'province', 'regency', 'city', 'unit')),
  zone text not null check (zone in ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  area_code text references publication.area on delete restrict,
  sms_keyword text unique,
  is_desk boolean not null default false,
  is_inspectorate boolean not null default false,
  email text,
  active boolean not null default true
);
comment on column publication.agency.id is 'The slug: fixed, used in addresses and by other programs.';
comment on column publication.agency.root_id is 'The nearest agency upwards, itself included, that has a coordinator (is not a unit).';
comment on column publication.agency.email is 'The office''s own public mailbox, never a person''s.';
create index on publication.agency (parent_id);
create index on publication.agency (root_id);
create unique index one_desk on publication.agency (is_desk) where is_desk;

create table publication.agency_alias (
  alias text primary key,
  agency_id text not null references publication.agency on delete cascade
);
comment on table publication.agency_alias is 'Names as people and old exports write them, lower case.';

create table publication.category (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  parent_id text references publication.category on delete restrict,
  name_id text not null,
  name_en text not null
);
create index on publication.category (parent_id);

create table publication.holiday (
  id bigint generated always as identity primary key,
  day date not null,
  kind text not null check (kind in ('national', 'cuti_bersama', 'closure')),
  name text not null,
  agency_id text references publication.agency on delete restrict,
  area_code text references publication.area on delete restrict,
  check (agency_id is null or area_code is null),
  check ((kind = 'closure') = (agency_id is not null or area_code is not null)),
  unique nulls not distinct (day, name, agency_id, area_code)
);
comment on table publication.holiday is 'Days off. Without office or area: the whole country. A closure counts for the office or area and all below.';

create table publication.decreed_year (
  year int primary key check (year between 2000 and 2200)
);
comment on table publication.decreed_year is 'Years whose holidays and cuti bersama have been decreed (SKB 3 Menteri).';

create table publication.calendar_change (
  version int primary key,
  at timestamptz not null,
  reason text not null
);
comment on table publication.calendar_change is 'Each edit of the holidays; the highest version is the calendar in force.';

create table publication.policy (
  key text not null,
  valid_from date not null,
  amount int not null check (amount >= 0),
  unit text not null check (unit in ('working_days', 'calendar_days', 'hours', 'times')),
  source text not null,
  primary key (key, valid_from)
);
comment on table publication.policy is 'Numbers fixed by regulation; the row with the latest valid_from not after today holds.';
