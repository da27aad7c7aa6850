-- After publication the desk takes out further words that point at somebody, or puts back what was taken out by mistake. The event
-- carries no words; the public copy is written in its transaction like after any other.
insert into casework.move (move, from_stage, to_stage, by_role)
select 'redact', stage, stage, 'verifier'
from unnest(array['received', 'on_hold', 'forwarded', 'in_progress', 'answered', 'closed', 'archived', 'merged']) stage;
