-- Whoever filed by X or by mail has no key either: a link that goes to the account, or the address, that filed opens the page as one that
-- goes to the phone does, as long as we know whose the report is.
create or replace function identity.open_page_link(p_hash bytea, p_key_hash bytea, p_at timestamptz) returns uuid
language sql security definer set search_path = pg_catalog as $$
  update identity.page_link l set key_hash = p_key_hash, ends_at = p_at + interval '2 hours'
  where l.hash = p_hash and l.key_hash is null and l.ends_at > p_at
    and exists (select from identity.filing f where f.report_id = l.report_id
      and (f.phone_index is not null or f.x_index is not null or f.has_email))
  returning l.report_id
$$;
