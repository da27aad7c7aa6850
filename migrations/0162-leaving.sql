-- Whoever leaves: nothing of theirs opens anything from this transaction on, and they head no office. Reports that went to them, or around
-- them, are looked at again when it commits (migration 98); the journal beside the keys knows it (migrations 116, 141).
create function identity.disable(p_account uuid, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.people_move();
  perform set_config('lapor.now', p_at::text, true);
  update identity.holder set until = greatest(p_at, since) where account_id = p_account and until is null;
  update identity.account set disabled_at = p_at where id = p_account and disabled_at is null;
  update identity.token set revoked_at = p_at where account_id = p_account and revoked_at is null;
  delete from identity.session where account_id = p_account;
end $$;

-- They sign in again with the password they had; tokens and posts stay ended.
create function identity.enable(p_account uuid, p_at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.people_move();
  perform set_config('lapor.now', p_at::text, true);
  update identity.account set disabled_at = null where id = p_account and disabled_at is not null;
end $$;

-- An office whose head left before there is another: until then anybody there may be meant by "its head" (migration 84).
create function identity.step_back(p_unit text, p_account uuid, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform casework.people_move();
  perform set_config('lapor.now', p_at::text, true);
  update identity.holder set until = greatest(p_at, since) where unit_id = p_unit and account_id = p_account and until is null;
  return found;
end $$;

revoke execute on function identity.disable, identity.enable, identity.step_back from public;
