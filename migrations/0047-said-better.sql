-- What two comments said too shortly.
comment on table publication.pace is 'Turns of the desk (verify) and of offices (answer) in public reports answered in the last 90 days or late now, by working days taken; day 0 is the day a turn began.';
comment on column casework.opening.reason is 'In words, sealed under the report''s key: it may quote what it is about.';
