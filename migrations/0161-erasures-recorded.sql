-- That the words of a report are gone because its reporter had them erased is a line of the ledger of openings (migration 45), which the
-- daily head covers: words that are missing without one were taken away by somebody else.
alter table casework.ledger_line drop constraint ledger_line_kind_check;
alter table casework.ledger_line add constraint ledger_line_kind_check check (kind in ('asked', 'decided', 'looked', 'erased'));
comment on table casework.ledger_line is
  'The ledger of openings and erasures as a chain: 1, 2, 3 … without a gap. No reference: what is deleted must be missed here.';

create function casework.facts_erased(e identity.erasure) returns bytea language sql stable parallel safe as $$
  select sha256(convert_to(jsonb_build_array('erased', e.report_id, (extract(epoch from e.done_at) * 1000000)::bigint)::text, 'UTF8')) $$;

create function casework.record_erased() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.add_ledger_line('erased', new.report_id, 0, null, casework.facts_erased(new))
  from casework.report r where r.id = new.report_id and casework.erases_words(new.what, r);
  return null;
end $$;

-- What was erased before this migration.
do $$
declare
  e identity.erasure;
begin
  for e in
    select x.* from identity.erasure x join casework.report r on r.id = x.report_id
    where x.done_at is not null and casework.erases_words(x.what, r) order by x.done_at, x.report_id
  loop
    perform casework.add_ledger_line('erased', e.report_id, 0, null, casework.facts_erased(e));
  end loop;
end $$;

create constraint trigger record_erased after update on identity.erasure deferrable initially deferred
  for each row when (old.done_at is null and new.done_at is not null) execute function casework.record_erased();

revoke execute on function casework.facts_erased, casework.record_erased from public;
