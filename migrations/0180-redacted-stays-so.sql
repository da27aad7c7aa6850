-- What the public does not read of what was said any more is written down outside the database as well (migration 177): a restored older
-- backup would bring it back.
create trigger note_redacted after insert on casework.event for each row
  when (new.move = 'redact' and new.data ? 'out')
  execute function casework.note_beside();
