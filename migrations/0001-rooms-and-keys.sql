-- Three rooms in the database and three keys to them.
-- Group roles belong to the cluster, so another installation may have made them already.
do $$
declare
  name text;
begin
  foreach name in array array['lapor_public', 'lapor_web', 'lapor_worker'] loop
    begin
      execute format('create role %I nologin', name);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;

create schema casework;
create schema identity;
create schema publication;
comment on schema casework is 'Reports, their texts and events, seen through row-level security.';
comment on schema identity is 'Who filed what, accounts, and messages to people. Contact details only sealed.';
comment on schema publication is 'What anyone may know: reference facts and the physical copy of public reports.';

revoke all on schema public from public;
grant usage on schema publication to lapor_public, lapor_web, lapor_worker;
grant usage on schema casework, identity to lapor_web, lapor_worker;
