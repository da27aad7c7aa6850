-- How many working days offices took, told as a distribution: reckoned by the sweep, never by a visitor's request.
create table publication.pace (
  clock text not null check (clock in ('verify', 'answer')),
  day int not null check (day >= 0),
  n int not null check (n > 0),
  primary key (clock, day)
);
create table publication.pace_reckoned (
  only_row boolean primary key default true check (only_row),
  at timestamptz not null
);
comment on table publication.pace is 'Public reports answered in the last 90 days, by the working day on which the clock ended; day 0 is the day it began.';
comment on table publication.pace_reckoned is 'When pace was reckoned last.';

alter table publication.pace enable row level security;
alter table publication.pace_reckoned enable row level security;
create policy everyone on publication.pace for select using (true);
create policy everyone on publication.pace_reckoned for select using (true);
create policy worker on publication.pace to lapor_worker using (true) with check (true);
create policy worker on publication.pace_reckoned to lapor_worker using (true) with check (true);
grant select on publication.pace, publication.pace_reckoned to lapor_public, lapor_web, lapor_worker;
grant insert, delete on publication.pace to lapor_worker;
grant insert, update on publication.pace_reckoned to lapor_worker;
