-- Every day one signed head over the histories of all reports. Of fixed size and salted: it tells nobody how many there are.
create table publication.audit_head (
  number int primary key check (number > 0),
  day date not null unique,
  root bytea not null check (length(root) = 32),
  previous bytea not null check (length(previous) = 32),
  signature bytea not null check (length(signature) = 64),
  public_key bytea not null check (length(public_key) = 32)
);
comment on table publication.audit_head is 'The daily head: root of a salted tree over all event chains, signed (Ed25519), linked to the head before.';
comment on column publication.audit_head.day is 'Civil day in WIB on which it was made; it covers what was recorded until then.';
comment on column publication.audit_head.previous is 'SHA-256 of the text of the head before; zeros for the first.';

create table casework.audit_tree (
  number int primary key references publication.audit_head on delete restrict,
  day_key bytea not null check (length(day_key) = 32),
  branches bytea not null check (length(branches) = 4096 * 32)
);
comment on column casework.audit_tree.day_key is 'Random, of this head alone: salts its leaves and fills its empty places, so that a path tells nothing of others.';
comment on column casework.audit_tree.branches is 'The 4096 nodes twelve levels below the root, so that a receipt needs the leaves of one of them only.';

create table casework.audit_place (
  place bigint primary key check (place >= 0 and place < 4294967296),
  report_id uuid not null unique,
  tracking_id text not null
);
comment on table casework.audit_place is 'Where a report stands among the leaves: random, kept for good. No reference: what is deleted must be missed here.';

create table casework.audit_leaf (
  place bigint not null references casework.audit_place on delete restrict,
  number int not null,
  seq int not null,
  hash bytea not null,
  primary key (place, number)
);
comment on table casework.audit_leaf is 'The end of a chain as a head saw it first: until a later row of its place says otherwise, every later head covers this.';

create function casework.keep_audit() returns trigger language plpgsql as $$
begin
  raise exception 'what a head has covered is only ever added to' using errcode = 'check_violation';
end $$;
create trigger append_only before update or delete on publication.audit_head for each row execute function casework.keep_audit();
create trigger append_only before update or delete on casework.audit_tree for each row execute function casework.keep_audit();
create trigger append_only before update or delete on casework.audit_place for each row execute function casework.keep_audit();
create trigger append_only before update or delete on casework.audit_leaf for each row execute function casework.keep_audit();

alter table publication.audit_head enable row level security;
alter table casework.audit_tree enable row level security;
alter table casework.audit_place enable row level security;
alter table casework.audit_leaf enable row level security;
create policy everyone on publication.audit_head for select using (true);
create policy worker on publication.audit_head for insert to lapor_worker with check (true);
create policy worker on casework.audit_tree to lapor_worker using (true) with check (true);
create policy worker on casework.audit_place to lapor_worker using (true) with check (true);
create policy worker on casework.audit_leaf to lapor_worker using (true) with check (true);
grant select on publication.audit_head to lapor_public, lapor_web, lapor_worker;
grant insert on publication.audit_head to lapor_worker;
grant select, insert on casework.audit_tree, casework.audit_place, casework.audit_leaf to lapor_worker;

-- What a receipt is made of, for the reporter of this report alone: the newest head's tree and the leaves around theirs.
create function casework.audit_near(p_report uuid)
returns table (number int, day_key bytea, branches bytea, place bigint, leaves jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select t.number, t.day_key, t.branches, mine.place, (
    select jsonb_agg(jsonb_build_object('place', l.place, 'report', p.report_id, 'trackingId', p.tracking_id, 'seq', l.seq,
      'hash', encode(l.hash, 'hex')) order by l.place)
    from (
      select distinct on (a.place) a.* from casework.audit_leaf a
      where a.place >= mine.place / 1048576 * 1048576 and a.place < (mine.place / 1048576 + 1) * 1048576 and a.number <= t.number
      order by a.place, a.number desc) l
    join casework.audit_place p on p.place = l.place)
  from (select * from casework.audit_tree order by number desc limit 1) t
  join casework.audit_place mine on mine.report_id = p_report
  where casework.actor_role() = 'reporter' and casework.actor_report() = p_report
    and exists (select from casework.audit_leaf a where a.place = mine.place and a.number <= t.number) $$;
revoke execute on function casework.audit_near(uuid) from public;
grant execute on function casework.audit_near(uuid) to lapor_web;
