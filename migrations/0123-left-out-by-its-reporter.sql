-- A reporter who lowers secrecy publishes what was said while nobody outside could read it: they too may leave such words, and
-- pictures, to the parties, as whoever forwards may (migration 85). The fact "without" then stands in the lowering.
create or replace function casework.left_out(p_report uuid) returns setof int[] language sql stable as $$
  select coalesce(array_agg(left_out.seq::int), '{}')
  from casework.event f, jsonb_array_elements_text(f.data -> 'without') left_out (seq)
  where f.report_id = p_report and f.move in ('forward', 'lower_secrecy') and left_out.seq::int < f.seq $$;
comment on function casework.left_out is
  'One row: the numbers of the events whose words its forwarding, or its reporter lowering secrecy, left to the parties. A set, so that it is planned as part of its query.';
