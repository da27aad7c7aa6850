-- Counted and asked through identity.try_words alone: no process reads or writes these rows itself.
create policy nobody on identity.word_stop using (false);
