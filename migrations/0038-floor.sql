-- What a reporter hid is a floor. Only the reporter of this very report lowers it, as the move that says so, having been asked
-- twice: the row, the event and the actor must agree. Nobody at all gives a report a name to show that it was not filed with.
create function casework.guard_floor() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if (old.anonymous and not new.anonymous) or (old.confidential and not new.confidential) then
    if coalesce(current_setting('lapor.move', true), '') <> 'lower_secrecy' or casework.actor_role() <> 'reporter'
      or casework.actor_report() is distinct from new.id or new.last_seq <> old.last_seq + 1 then
      raise exception 'only the reporter lowers secrecy' using errcode = 'check_violation';
    end if;
  end if;
  if new.shown_name is not null and new.shown_name is distinct from old.shown_name then
    raise exception 'only a filing shows a name' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_floor before update of anonymous, confidential, shown_name on casework.report
  for each row execute function casework.guard_floor();

-- At commit, whatever was lowered has the event of its reporter who confirmed it.
create function casework.floor_agrees() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
begin
  if not exists (
    select from casework.event e where e.report_id = new.id and e.seq = new.last_seq and e.move = 'lower_secrecy'
      and e.actor_role = 'reporter' and e.data @> '{"confirmed": true}'
  ) then
    raise exception 'secrecy is lowered by its reporter, who confirms it' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger floor_agrees after update of anonymous, confidential on casework.report
  deferrable initially deferred for each row
  when ((old.anonymous and not new.anonymous) or (old.confidential and not new.confidential))
  execute function casework.floor_agrees();

-- Only reports of equal confidentiality are merged: a parent's thread would tell of its children, and they of it.
create function casework.guard_merge() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from casework.report parent where parent.id = new.merged_into and parent.confidential <> new.confidential) then
    raise exception 'only reports of equal confidentiality are merged' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard_merge before update of merged_into on casework.report for each row
  when (new.merged_into is not null and new.merged_into is distinct from old.merged_into)
  execute function casework.guard_merge();

-- Whatever changes a floor is also written down outside the database (src/secrecy/floor-journal.ts), so that an old backup that
-- is restored cannot lower it.
create function casework.note_floor() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into casework.outbox (topic, report_id, seq, at) values ('floor', new.id, new.last_seq, new.last_at);
  return null;
end $$;
create trigger note_floor after update of anonymous, confidential on casework.report for each row
  when ((old.anonymous, old.confidential) is distinct from (new.anonymous, new.confidential))
  execute function casework.note_floor();
revoke execute on function casework.guard_floor, casework.floor_agrees, casework.guard_merge, casework.note_floor from public;
