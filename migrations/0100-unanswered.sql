-- A day of silence after "is it settled?" is told apart from a word: what was said about an answer belongs to that answer.
alter table identity.arrival
  drop constraint arrival_decision_check,
  add constraint arrival_decision_check check (decision in ('report', 'reply', 'note', 'all', 'judged', 'unanswered'));
comment on column identity.arrival.decision is 'What whoever wrote says that it is; unanswered: nobody said so for a day; judged: a report, says the national desk.';
