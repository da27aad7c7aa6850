-- Who gives stars before saying that it is settled is asked whether it is: the stars wait for the YA.
alter table identity.arrival add column rating int check (rating between 1 and 5);
comment on column identity.arrival.rating is 'Stars that its sender gave a report, before saying that it is settled.';
create index arrival_rated on identity.arrival (report_id, settled_at) where rating is not null;
