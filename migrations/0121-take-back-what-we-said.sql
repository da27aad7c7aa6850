-- Our own post under theirs is taken back on X when a report is hidden or its reporter has it forgotten. Its number, sealed for the
-- worker, is all by which that can be done: it stays until the post is gone (src/channels/x/after-post.ts), and is deleted then.
create or replace function identity.forget_at_the_door_of_x() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update identity.arrival set sender_index = null, said = null, said_nearly = null, sealed = null, report_id = null
  where report_id = new.report_id and door = 'x' and outcome is not null;
  update identity.arrival set sender_index = null, sealed = null, outcome = 'refused', reason = 'forgotten', about = null
  where about = new.report_id and outcome = 'asked';
  return null;
end $$;
