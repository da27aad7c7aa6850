-- The law on which an embargo stands may quote whom it protects: it is sealed under the report's key like the report's own words.
-- How long it is, is then for whoever seals it to see. Older rows are sealed with the next turn of keys.
alter table casework.embargo drop constraint embargo_statute_check;
alter table casework.embargo add constraint embargo_statute_length check (length(statute) <= 4000);
comment on column casework.embargo.statute is 'In words, sealed under the report''s key; readable in rows older than migration 93 until keys are rotated.';

create or replace function casework.guard_embargo() returns trigger language plpgsql as $$
declare
  before casework.embargo;
begin
  if tg_op = 'INSERT' then
    if not casework.is_sealed(new.statute) then
      raise exception 'a statute is sealed before it is kept' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  before := old;
  if tg_op = 'UPDATE' then
    if old.ended_at is null then
      before.ended_at := new.ended_at;
    end if;
    if casework.is_sealed(new.statute) then
      before.statute := new.statute; -- the same words, under newer keys; only the owner of the tables may write it
    end if;
    if new is not distinct from before then
      return new;
    end if;
  end if;
  raise exception 'the ledger is only ever added to' using errcode = 'check_violation';
end $$;
create trigger guard_new before insert on casework.embargo for each row execute function casework.guard_embargo();
