-- What a reporter took back, and that words were taken out of what everybody reads, is written down outside the database as well
-- (migration 82): a restored older backup would bring them back.
create function casework.note_reworded() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.note_once(r.id, r.last_seq, r.last_at) from casework.report r
  where r.id = new.report_id and not r.confidential and exists (select from publication.report p where p.report_id = r.id);
  return null;
end $$;
create trigger note_reworded after update of title, text, shown_place on casework.content for each row
  when ((new.title, new.text, new.shown_place) is distinct from (old.title, old.text, old.shown_place))
  execute function casework.note_reworded();
create trigger note_taken_back after insert on casework.event for each row
  when (new.move = 'raise_secrecy' and new.data ? 'without') execute function casework.note_beside();
revoke execute on function casework.note_reworded from public;

-- What came before this migration.
insert into casework.outbox (topic, report_id, seq, at)
select 'floor', r.id, r.last_seq, r.last_at from casework.report r join casework.content c on c.report_id = r.id
where (r.published_at is not null and not r.confidential and r.stage <> 'withdrawn'
    and (c.text <> c.original_text or c.title <> c.original_title or c.shown_place is not null))
  or exists (select from casework.event e where e.report_id = r.id and e.move = 'raise_secrecy' and e.data ? 'without');
