-- A reporter's name is for the offices of an open report alone: once it is anonymous or confidential, nobody keeps it.
create function casework.forget_name() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update casework.content set reporter_name = null where report_id = new.id and reporter_name is not null;
  return null;
end $$;
create trigger forget_name after update of anonymous, confidential on casework.report for each row
  when ((new.anonymous and not old.anonymous) or (new.confidential and not old.confidential))
  execute function casework.forget_name();
update casework.content c set reporter_name = null from casework.report r
where r.id = c.report_id and (r.anonymous or r.confidential) and c.reporter_name is not null;
