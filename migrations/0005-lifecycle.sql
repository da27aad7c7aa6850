-- The lifecycle is a table, and this is what guards it: also from SQL written by hand.
insert into casework.move (move, from_stage, to_stage, by_role) values
  ('submit', 'none', 'received', 'reporter'),
  ('submit', 'none', 'received', 'coordinator'),
  ('submit', 'none', 'received', 'officer'),
  ('submit', 'none', 'received', 'system'),
  ('hold', 'received', 'on_hold', 'verifier'),
  ('hold', 'received', 'on_hold', 'coordinator'),
  ('hold', 'received', 'on_hold', 'officer'),
  ('hold', 'forwarded', 'on_hold', 'verifier'),
  ('hold', 'forwarded', 'on_hold', 'coordinator'),
  ('hold', 'forwarded', 'on_hold', 'officer'),
  ('hold', 'in_progress', 'on_hold', 'verifier'),
  ('hold', 'in_progress', 'on_hold', 'coordinator'),
  ('hold', 'in_progress', 'on_hold', 'officer'),
  ('complete', 'on_hold', 'received', 'reporter'),
  ('complete', 'on_hold', 'received', 'verifier'),
  ('complete', 'on_hold', 'received', 'coordinator'),
  ('complete', 'on_hold', 'received', 'officer'),
  ('complete', 'on_hold', 'received', 'system'),
  ('complete', 'on_hold', 'forwarded', 'reporter'),
  ('complete', 'on_hold', 'forwarded', 'verifier'),
  ('complete', 'on_hold', 'forwarded', 'coordinator'),
  ('complete', 'on_hold', 'forwarded', 'officer'),
  ('complete', 'on_hold', 'forwarded', 'system'),
  ('complete', 'on_hold', 'in_progress', 'reporter'),
  ('complete', 'on_hold', 'in_progress', 'verifier'),
  ('complete', 'on_hold', 'in_progress', 'coordinator'),
  ('complete', 'on_hold', 'in_progress', 'officer'),
  ('complete', 'on_hold', 'in_progress', 'system'),
  ('archive', 'received', 'archived', 'verifier'),
  ('archive', 'received', 'archived', 'system'),
  ('archive', 'on_hold', 'archived', 'verifier'),
  ('archive', 'on_hold', 'archived', 'system'),
  ('object', 'archived', 'received', 'reporter'),
  ('forward', 'received', 'forwarded', 'verifier'),
  ('forward', 'received', 'forwarded', 'coordinator'),
  ('assign', 'forwarded', 'in_progress', 'coordinator'),
  ('assign', 'in_progress', 'in_progress', 'coordinator'),
  ('report_progress', 'forwarded', 'in_progress', 'coordinator'),
  ('report_progress', 'forwarded', 'in_progress', 'officer'),
  ('report_progress', 'in_progress', 'in_progress', 'coordinator'),
  ('report_progress', 'in_progress', 'in_progress', 'officer'),
  ('return', 'forwarded', 'received', 'coordinator'),
  ('return', 'in_progress', 'received', 'coordinator'),
  ('hand_back', 'forwarded', 'in_progress', 'officer'),
  ('hand_back', 'in_progress', 'in_progress', 'officer'),
  ('answer', 'forwarded', 'answered', 'coordinator'),
  ('answer', 'forwarded', 'answered', 'officer'),
  ('answer', 'in_progress', 'answered', 'coordinator'),
  ('answer', 'in_progress', 'answered', 'officer'),
  ('reply', 'answered', 'in_progress', 'reporter'),
  ('reply', 'answered', 'in_progress', 'verifier'),
  ('confirm', 'answered', 'closed', 'reporter'),
  ('lapse', 'answered', 'closed', 'system'),
  ('reopen', 'closed', 'in_progress', 'reporter'),
  ('reopen', 'closed', 'in_progress', 'verifier'),
  ('merge', 'received', 'merged', 'verifier'),
  ('merge', 'forwarded', 'merged', 'verifier'),
  ('merge', 'in_progress', 'merged', 'verifier'),
  ('unmerge', 'merged', 'received', 'reporter'),
  ('unmerge', 'merged', 'received', 'verifier'),
  ('unmerge', 'merged', 'received', 'system'),
  ('unmerge', 'merged', 'forwarded', 'reporter'),
  ('unmerge', 'merged', 'forwarded', 'verifier'),
  ('unmerge', 'merged', 'forwarded', 'system'),
  ('unmerge', 'merged', 'in_progress', 'reporter'),
  ('unmerge', 'merged', 'in_progress', 'verifier'),
  ('unmerge', 'merged', 'in_progress', 'system'),
  ('withdraw', 'received', 'withdrawn', 'reporter'),
  ('withdraw', 'on_hold', 'withdrawn', 'reporter'),
  ('withdraw', 'forwarded', 'withdrawn', 'reporter'),
  ('withdraw', 'in_progress', 'withdrawn', 'reporter'),
  ('withdraw', 'answered', 'withdrawn', 'reporter'),
  ('note', 'received', 'received', 'reporter'),
  ('note', 'received', 'received', 'verifier'),
  ('note', 'received', 'received', 'coordinator'),
  ('note', 'received', 'received', 'officer'),
  ('note', 'on_hold', 'on_hold', 'reporter'),
  ('note', 'on_hold', 'on_hold', 'verifier'),
  ('note', 'on_hold', 'on_hold', 'coordinator'),
  ('note', 'on_hold', 'on_hold', 'officer'),
  ('note', 'forwarded', 'forwarded', 'reporter'),
  ('note', 'forwarded', 'forwarded', 'verifier'),
  ('note', 'forwarded', 'forwarded', 'coordinator'),
  ('note', 'forwarded', 'forwarded', 'officer'),
  ('note', 'in_progress', 'in_progress', 'reporter'),
  ('note', 'in_progress', 'in_progress', 'verifier'),
  ('note', 'in_progress', 'in_progress', 'coordinator'),
  ('note', 'in_progress', 'in_progress', 'officer'),
  ('note', 'answered', 'answered', 'reporter'),
  ('note', 'answered', 'answered', 'verifier'),
  ('note', 'answered', 'answered', 'coordinator'),
  ('note', 'answered', 'answered', 'officer'),
  ('note', 'closed', 'closed', 'reporter'),
  ('note', 'closed', 'closed', 'verifier'),
  ('note', 'closed', 'closed', 'coordinator'),
  ('note', 'closed', 'closed', 'officer'),
  ('note', 'archived', 'archived', 'reporter'),
  ('note', 'archived', 'archived', 'verifier'),
  ('note', 'archived', 'archived', 'coordinator'),
  ('note', 'archived', 'archived', 'officer'),
  ('note', 'merged', 'merged', 'reporter'),
  ('note', 'merged', 'merged', 'verifier'),
  ('note', 'merged', 'merged', 'coordinator'),
  ('note', 'merged', 'merged', 'officer'),
  ('escalate', 'received', 'received', 'reporter'),
  ('escalate', 'on_hold', 'on_hold', 'reporter'),
  ('escalate', 'forwarded', 'forwarded', 'reporter'),
  ('escalate', 'in_progress', 'in_progress', 'reporter'),
  ('escalate', 'answered', 'answered', 'reporter'),
  ('raise_secrecy', 'received', 'received', 'reporter'),
  ('raise_secrecy', 'received', 'received', 'verifier'),
  ('raise_secrecy', 'received', 'received', 'coordinator'),
  ('raise_secrecy', 'received', 'received', 'officer'),
  ('raise_secrecy', 'on_hold', 'on_hold', 'reporter'),
  ('raise_secrecy', 'on_hold', 'on_hold', 'verifier'),
  ('raise_secrecy', 'on_hold', 'on_hold', 'coordinator'),
  ('raise_secrecy', 'on_hold', 'on_hold', 'officer'),
  ('raise_secrecy', 'forwarded', 'forwarded', 'reporter'),
  ('raise_secrecy', 'forwarded', 'forwarded', 'verifier'),
  ('raise_secrecy', 'forwarded', 'forwarded', 'coordinator'),
  ('raise_secrecy', 'forwarded', 'forwarded', 'officer'),
  ('raise_secrecy', 'in_progress', 'in_progress', 'reporter'),
  ('raise_secrecy', 'in_progress', 'in_progress', 'verifier'),
  ('raise_secrecy', 'in_progress', 'in_progress', 'coordinator'),
  ('raise_secrecy', 'in_progress', 'in_progress', 'officer'),
  ('raise_secrecy', 'answered', 'answered', 'reporter'),
  ('raise_secrecy', 'answered', 'answered', 'verifier'),
  ('raise_secrecy', 'answered', 'answered', 'coordinator'),
  ('raise_secrecy', 'answered', 'answered', 'officer'),
  ('raise_secrecy', 'closed', 'closed', 'reporter'),
  ('raise_secrecy', 'closed', 'closed', 'verifier'),
  ('raise_secrecy', 'closed', 'closed', 'coordinator'),
  ('raise_secrecy', 'closed', 'closed', 'officer'),
  ('raise_secrecy', 'archived', 'archived', 'reporter'),
  ('raise_secrecy', 'archived', 'archived', 'verifier'),
  ('raise_secrecy', 'archived', 'archived', 'coordinator'),
  ('raise_secrecy', 'archived', 'archived', 'officer'),
  ('raise_secrecy', 'merged', 'merged', 'reporter'),
  ('raise_secrecy', 'merged', 'merged', 'verifier'),
  ('raise_secrecy', 'merged', 'merged', 'coordinator'),
  ('raise_secrecy', 'merged', 'merged', 'officer'),
  ('lower_secrecy', 'received', 'received', 'reporter'),
  ('lower_secrecy', 'on_hold', 'on_hold', 'reporter'),
  ('lower_secrecy', 'forwarded', 'forwarded', 'reporter'),
  ('lower_secrecy', 'in_progress', 'in_progress', 'reporter'),
  ('lower_secrecy', 'answered', 'answered', 'reporter'),
  ('lower_secrecy', 'closed', 'closed', 'reporter'),
  ('lower_secrecy', 'archived', 'archived', 'reporter'),
  ('lower_secrecy', 'merged', 'merged', 'reporter');

-- A report's stage changes only along the table, and what a reporter chose is a floor.
create function casework.guard_report() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a report is never deleted' using errcode = 'check_violation';
  end if;
  if (new.id, new.tracking_id, new.filed_at, new.without_identity) is distinct from (old.id, old.tracking_id, old.filed_at, old.without_identity) then
    raise exception 'a report keeps its id, its time and its namelessness' using errcode = 'check_violation';
  end if;
  if new.stage is distinct from old.stage then
    if not exists (select from casework.move where from_stage = old.stage and to_stage = new.stage) then
      raise exception 'no move leads from % to %', old.stage, new.stage using errcode = 'check_violation';
    end if;
    if new.last_seq <> old.last_seq + 1 then
      raise exception 'a move needs its event' using errcode = 'check_violation';
    end if;
    if old.stage = 'on_hold' and new.stage not in (old.resume_stage, 'withdrawn') and not (new.stage = 'archived' and old.resume_stage = 'received') then
      raise exception 'a hold ends where it began' using errcode = 'check_violation';
    end if;
    if old.stage = 'merged' and new.stage <> old.resume_stage then
      raise exception 'an unmerged report goes back to where it was' using errcode = 'check_violation';
    end if;
  end if;
  if ((old.anonymous and not new.anonymous) or (old.confidential and not new.confidential))
    and coalesce(current_setting('lapor.move', true), '') <> 'lower_secrecy' then
    raise exception 'only the reporter lowers secrecy' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard before update or delete on casework.report for each row execute function casework.guard_report();

create function casework.keep_original() returns trigger language plpgsql as $$
begin
  if (new.report_id, new.original_title, new.original_text) is distinct from (old.report_id, old.original_title, old.original_text) then
    raise exception 'the reporter''s own words are kept' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_original before update on casework.content for each row execute function casework.keep_original();

-- What an event's hash covers. jsonb prints its keys in one order, so the text is canonical.
create function casework.event_hash(e casework.event) returns bytea language sql immutable parallel safe as $$
  select sha256(e.prev_hash || convert_to(jsonb_build_array(
    e.report_id, e.seq, (extract(epoch from e.at) * 1000000)::bigint, e.zone, e.move, e.from_stage, e.to_stage,
    e.actor_role, e.actor_id, e.agency_id, e.audience, e.text, e.data)::text, 'UTF8'))
$$;

-- An event must be the next one, fit the table, and agree with the report; it is then linked into the chain.
create function casework.link_event() returns trigger language plpgsql as $$
declare
  r casework.report;
  before casework.event;
begin
  select * into r from casework.report where id = new.report_id;
  select * into before from casework.event where report_id = new.report_id order by seq desc limit 1;
  if new.seq <> coalesce(before.seq, 0) + 1 or r.last_seq is distinct from new.seq then
    raise exception 'event % of a report at %', new.seq, r.last_seq using errcode = 'check_violation';
  end if;
  if new.from_stage <> coalesce(before.to_stage, 'none') or new.to_stage <> r.stage or not exists (
    select from casework.move m
    where m.move = new.move and m.from_stage = new.from_stage and m.to_stage = new.to_stage and m.by_role = new.actor_role
  ) then
    raise exception '% may not % from % to %', new.actor_role, new.move, new.from_stage, new.to_stage using errcode = 'check_violation';
  end if;
  new.prev_hash := coalesce(before.hash, '\x');
  new.hash := casework.event_hash(new);
  return new;
end $$;
create trigger link before insert on casework.event for each row execute function casework.link_event();

create function casework.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'events are only ever added' using errcode = 'check_violation';
end $$;
create trigger append_only before update or delete on casework.event for each row execute function casework.refuse();
create trigger append_only_all before truncate on casework.event for each statement execute function casework.refuse();

-- At commit every report stands where its last event says.
create function casework.agree() returns trigger language plpgsql as $$
declare
  e casework.event;
  r casework.report;
begin
  select * into r from casework.report where id = new.id;
  select * into e from casework.event where report_id = new.id order by seq desc limit 1;
  if e.seq is distinct from r.last_seq or e.to_stage is distinct from r.stage then
    raise exception 'report % stands at %, its events at %', r.tracking_id, r.stage, e.to_stage using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger agree after insert or update of stage, last_seq on casework.report
  deferrable initially deferred for each row execute function casework.agree();
