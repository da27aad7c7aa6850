-- Looked for by the number first, a wrong key took longer where there was a report to compare it with. A key is now looked for by
-- itself, which leads nowhere unless it is somebody's; only then is the number compared.
create index filing_by_key on identity.filing (key_hash) where key_hash is not null;

create or replace function identity.report_by_key(p_tracking text, p_key_hash bytea) returns uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  filed uuid;
begin
  select f.report_id into filed from identity.filing f where f.key_hash = p_key_hash;
  if filed is null then
    return null;
  end if;
  return (select r.id from casework.report r where r.id = filed and r.tracking_id = p_tracking);
end $$;
