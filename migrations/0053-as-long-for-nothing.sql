-- Judging a row that is hidden takes a tenth of a millisecond; a number that nobody has leads to no row, and would be answered that
-- much sooner. Whoever found nothing by a number asks this next: where there was no row, the first of all is judged in its place.
create function casework.judge_another(p_tracking_id text) returns void language plpgsql volatile security definer
set search_path = pg_catalog as $$
declare
  another casework.report;
begin
  if not exists (select from casework.report r where r.tracking_id = p_tracking_id) then
    select * into another from casework.report r order by r.tracking_id limit 1;
    perform casework.sees(another);
  end if;
end $$;
revoke execute on function casework.judge_another from public;
grant execute on function casework.judge_another to lapor_web;
