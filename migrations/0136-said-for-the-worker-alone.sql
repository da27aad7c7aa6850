-- Before the key of an erased report goes, the number of our own post below theirs is sealed for the worker alone, so that the post can
-- still be taken back (src/secrecy/keep-said.ts).
grant update (sealed) on identity.x_said to lapor_worker;
