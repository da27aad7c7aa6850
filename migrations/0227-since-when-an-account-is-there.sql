-- Two people of one office may bear one name. The desk, which says whom a report accuses, tells them apart by when their accounts were made.
grant select (created_at) on identity.account to lapor_web;
