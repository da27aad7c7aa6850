-- A host of role web holds the public half of the pair alone (docs/decisions/0008), and no file there tells whether a pair opens what it
-- seals. So whoever holds the pair writes a hash of its public half beside the hash of its key.
alter table identity.key_check add column half bytea check (octet_length(half) = 32);
comment on column identity.key_check.half is 'Of a pair: SHA-256 of its public half, by which a host that holds nothing else knows that what it seals can be opened.';
