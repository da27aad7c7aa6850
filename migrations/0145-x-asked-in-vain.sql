-- X refuses what we ask for a reason that we do not know: the operator sees that too, for nothing else tells that nothing comes any more.

alter table identity.x_state drop constraint x_state_trouble_check;
alter table identity.x_state add constraint x_state_trouble_check
  check (trouble in ('limited', 'quota', 'refused', 'away', 'unknown'));
comment on column identity.x_state.trouble is 'limited: too often for now; quota: the day''s or month''s measure is spent; refused: keys are not accepted; away: no answer; unknown: what was asked is refused, and no more is known.';

-- The rest of threads is looked for apart from everything else that is looked up: what X limits of it rests alone.
alter table identity.x_state drop constraint x_state_part_check;
alter table identity.x_state add constraint x_state_part_check
  check (part in ('stream', 'mentions', 'search', 'directs', 'post', 'direct', 'lookup', 'threads'));
