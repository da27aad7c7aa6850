-- Pictures of direct messages lie on a host of their own, which shows them to our account alone.
alter table identity.x_account add column direct_media_url text not null default 'https://ton.twitter.com'
  check (direct_media_url ~ '^https?://' and length(direct_media_url) <= 200);
comment on column identity.x_account.direct_media_url is 'The one host from which pictures of direct messages are fetched, signed as our account.';
