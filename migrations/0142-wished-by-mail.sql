-- RAHASIA or ANONIM by mail before there is a report: for a day the next complaint of that address is hidden so, as by SMS. It lies with
-- what the address wrote within that hour, and goes with it or with the complaint: no index of mailboxes comes of it.
alter table identity.mail_hour
  add column anonymous boolean not null default false,
  add column confidential boolean not null default false;
comment on column identity.mail_hour.anonymous is 'Whoever wrote asked for it before there was a report.';
comment on column identity.mail_hour.confidential is 'Whoever wrote asked for it before there was a report.';
