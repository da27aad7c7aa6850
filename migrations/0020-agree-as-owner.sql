-- What is judged at commit must be judged with everything in sight. Until PostgreSQL 17 a deferred trigger runs as whoever
-- commits, who by then may no longer see the report that was just sent away; from 18 on as whoever made the change.
alter function casework.agree() security definer set search_path = casework, pg_temp;
