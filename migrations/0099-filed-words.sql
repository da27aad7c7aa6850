-- The first event of a report commits to what was filed (fact `filed`), so that its chain holds the reporter's own words too. The salt
-- goes with the words when they are erased: then nobody can try any more what they may have been.
alter table casework.content add column filed_salt bytea check (length(filed_salt) = 16);
comment on column casework.content.filed_salt is 'Of the commitment to what was filed (src/report/commit-filed.ts); null before migration 99, and once erased.';

-- As in migration 82, and the salt.
create or replace function casework.empty_report(p_report uuid, p_words boolean) returns void language sql set search_path = pg_catalog as $$
  update casework.report set shown_name = null, point = null, idempotency = null, body_hash = null where id = p_report;
  update casework.content set reporter_name = null where report_id = p_report;
  update casework.report set place = null, named_agency = null, named_category = null, lat = null, lon = null, public_lat = null,
    public_lon = null
  where id = p_report and p_words;
  update casework.content set original_title = null, original_text = '', title = '', text = '', shown_place = null,
    filed_salt = null
  where report_id = p_report and p_words;
  update casework.event set text = null, words_salt = null where report_id = p_report and text is not null and p_words;
  update casework.accused set named = '' where report_id = p_report and p_words;
$$;
