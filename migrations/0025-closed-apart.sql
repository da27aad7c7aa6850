-- A report that its reporter called finished and one that ended in silence are counted apart, everywhere.
alter table publication.tally add column manner text not null default '';
alter table publication.tally drop constraint tally_pkey, add primary key (agency_id, stage, manner);
alter table publication.tally_change add column manner text not null default '';
comment on table publication.tally is 'Public reports per agency ('''' for none), stage and manner ('''' unless closed); add publication.tally_change for the exact count.';

create or replace function publication.count_copy() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (old.stage, coalesce(old.manner, ''), coalesce(old.agency_id, '')) = (new.stage, coalesce(new.manner, ''), coalesce(new.agency_id, '')) then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    insert into publication.tally_change (agency_id, stage, manner, change)
    values (coalesce(old.agency_id, ''), old.stage, coalesce(old.manner, ''), -1);
  end if;
  if tg_op <> 'DELETE' then
    insert into publication.tally_change (agency_id, stage, manner, change)
    values (coalesce(new.agency_id, ''), new.stage, coalesce(new.manner, ''), 1);
  end if;
  return null;
end $$;
drop trigger count_copy on publication.report;
create trigger count_copy after insert or delete or update of stage, manner, agency_id on publication.report
  for each row execute function publication.count_copy();

-- What was counted before, counted again.
delete from publication.tally_change;
delete from publication.tally;
insert into publication.tally (agency_id, stage, manner, n)
select coalesce(agency_id, ''), stage, coalesce(manner, ''), count(*) from publication.report group by 1, 2, 3;
