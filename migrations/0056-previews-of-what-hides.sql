-- Where nothing is really sent, a letter is kept as it would have gone out (migration 16), with the title of an open report in it.
-- Once that report hides who filed it or that it exists, such letters go in the same transaction; neutral ones stay.
comment on column identity.message.preview is 'Address and words, kept only where nothing is really sent (demonstration, development). hidden: made for a report that hides something, so neutral.';

create or replace function casework.note_floor() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into casework.outbox (topic, report_id, seq, at) values ('floor', new.id, new.last_seq, new.last_at);
  if (new.anonymous and not old.anonymous) or (new.confidential and not old.confidential) then
    update identity.message set preview = null where report_id = new.id and preview is not null and not preview ? 'hidden';
  end if;
  return null;
end $$;

-- The worker keeps a letter. One that was made before its report was hidden is not kept: the report is looked at under its lock.
create function identity.keep_preview(p_message uuid, p_preview jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  about uuid;
  hides boolean;
begin
  if not casework.is_system() then
    raise exception 'only the system keeps letters' using errcode = 'insufficient_privilege';
  end if;
  select report_id into about from identity.message where id = p_message;
  select r.anonymous or r.confidential into hides from casework.report r where r.id = about for share;
  if not coalesce(hides, false) or p_preview ? 'hidden' then
    update identity.message set preview = p_preview where id = p_message;
  end if;
end $$;
revoke execute on function identity.keep_preview from public;
grant execute on function identity.keep_preview to lapor_worker;

-- What was kept before this migration.
update identity.message m set preview = null
from casework.report r
where r.id = m.report_id and m.preview is not null and (r.anonymous or r.confidential);
