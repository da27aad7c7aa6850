-- One round trip for a move that the system derived from the report as it read it. The report must still be as it was read
-- (its last event is the same) and nobody may be at it: then what was derived holds under the lock, and the move is recorded.
create function casework.record_move_as_seen(
  p_report uuid, p_seen int, p_move text, p_to text, p_at timestamptz, p_zone text, p_audience text, p_text text,
  p_data jsonb, p_changes jsonb, p_topics text[]
) returns int language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform set_config('lapor.role', 'system', true);
  if not casework.is_system() then
    raise exception 'only the system moves reports so' using errcode = 'insufficient_privilege';
  end if;
  perform from casework.report where id = p_report and last_seq = p_seen for update skip locked;
  if not found then
    return null;
  end if;
  return casework.record_move(p_report, p_move, p_to, p_at, p_zone, p_audience, p_text, p_data, p_changes, p_topics);
end $$;
revoke execute on function casework.record_move_as_seen from public;
grant execute on function casework.record_move_as_seen to lapor_worker;
