-- What is sealed is sealed anew row by row when keys change: each row has an id for that (src/secrecy/keys/seal-for-worker.ts).
alter table identity.x_cursor add column id uuid not null default gen_random_uuid() unique;
alter table identity.x_said add column id uuid not null default gen_random_uuid() unique;
