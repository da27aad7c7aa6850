-- Nobody says who is meant by a name that may be their own: "Pak Dedy" may be Dedi. Names are compared by their words, and the words by what
-- is left when their spelling is taken away; in code by src/accounts/name-words.ts, sign for sign as here.

-- Small letters, without accents and apostrophes, in their order. C: as its letters are numbered, whatever the database's locale is.
create function identity.words_of_name(p_name text) returns text[] language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select coalesce(array_agg(w.word[1] order by w.n), '{}') from regexp_matches(
    lower(translate(
      regexp_replace(
        normalize(regexp_replace(p_name collate "C", '[''’‘ʼʻ`´]', '', 'g'), NFKD) collate "C",
        '[\u0300-\u036f]', '', 'g'),
      'авеіјкмнорсѕтухАВЕІЈКМНОРСЅТУХαεικνορτυΑΕΙΚΝΟΡΤΥøłđıħØŁĐĦ',
      'abeijkmhopcstyxabeijkmhopcstyxaeikvoptuaeikvoptuoldiholdh') collate "C"),
    '[a-z\u00c0-\u1fff\u2070-\u2fff\u3040-\ud7ff\uf900-\uffef]+|[0-9]+',
    'g') with ordinality w (word, n)
$$;

-- As src/accounts/skeleton.ts has it, in this order; and Aditia is Aditya.
create function identity.heard_as(p_word text) returns text language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
declare
  bare text := p_word collate "C";
  spelling text[];
begin
  foreach spelling slice 1 in array array[
    ['oe', 'u'], ['dj', 'j'], ['tj', 'c'], ['i(?=[jy][aeou])', ''], ['[ck]h', 'h'], ['([bdgpt])h', '\1'], ['j', 'y'], ['[fv]', 'p'],
    ['q', 'k'], ['x', 'ks'], ['z', 's'], ['y(?![aeiou])', 'i'], ['(.)\1+', '\1']]
  loop
    bare := regexp_replace(bare, spelling[1], spelling[2], 'g');
  end loop;
  bare := case when bare in ('moh', 'muh', 'mhd', 'moch', 'mohamad', 'mohamed', 'muhamed', 'mukamad') then 'muhamad' else bare end;
  return regexp_replace(bare, 'i(?=[aou])', 'y', 'g');
end $$;
comment on function identity.heard_as is 'What a word of a name is compared as: Dedi, Dedy and Deddy are one. The same: heardAs in src/accounts/name-words.ts.';

-- Who is accused as Christina may be Kristina, Samsul may be Syamsul, Rijal may be Rizal, Fitriyani may be Fitriani, Abdurrahman may be Abdul Rahman:
-- nobody says who is meant by a name that may be their own. Both sides are readable where they are compared and nothing of it is stored, so
-- the sound may be coarser than the prints of a reporter's name are. In code by src/accounts/name-words.ts, sign for sign as here.

-- z is heard as s and as j, ch and kh as h and as k: a word has up to four sounds, and two words are one when they share any.
create function identity.sounds_of(p_word text) returns text[] language plpgsql immutable strict parallel safe set search_path = pg_catalog as $$
declare
  hard text := regexp_replace(p_word collate "C", '[ck]h', 'k', 'g');
  variant text;
  bare text;
  sound text[];
  heard text[] := '{}';
begin
  foreach variant in array array[p_word, hard, replace(p_word, 'z', 'j'), replace(hard, 'z', 'j')] loop
    bare := identity.heard_as(variant) collate "C";
    foreach sound slice 1 in array array[
      ['ie$', 'i'], ['i(?=[aeou])', 'y'], ['ae', 'ai'], ['c(?=[ei])', 's'], ['c', 'k'], ['sy(?=[aeou])', 's'],
      ['([^aeiou])u(?=[aei])', '\1w'], ['(...a)h$', '\1'], ['^abdul(?=[^aeiou])', 'abdu'], ['(.)\1+', '\1']]
    loop
      bare := regexp_replace(bare, sound[1], sound[2], 'g');
    end loop;
    if bare <> all (heard) then
      heard := heard || bare;
    end if;
  end loop;
  return heard;
end $$;
comment on function identity.sounds_of is 'What a word of a name is compared as, one of these or another. The same: soundsOf in src/accounts/name-words.ts.';

-- "Abdul Rahman" and "Abd. Rahman" are one word, as Abdurrahman writes them.
create function identity.glued(p_words text[]) returns text[] language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select coalesce(array_agg(case when w.word collate "C" ~ '^abd(u[lrs]?)?$' and w.follows is not null then 'abdul' || w.follows else w.word end
    order by w.n) filter (where w.n = 1 or not (w.leads collate "C" ~ '^abd(u[lrs]?)?$')), '{}')
  from (
    select word, n, lag(word) over (order by n) as leads, lead(word) over (order by n) as follows
    from unnest(p_words) with ordinality u (word, n)
  ) w
$$;
comment on function identity.glued is 'The words of a name, with what stands behind an Abdul in one word with it. The same: glued in src/accounts/name-words.ts.';

-- As in migration 139, by any of the sounds of the names, and by words in one. Of those who share as much, whoever is called so to the letter goes
-- first. p_only: nobody else is looked at.
drop function casework.lock_out_alike(uuid, text[]);
create function casework.lock_out_alike(p_report uuid, p_words text[], p_only uuid default null) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r casework.report;
  without casework.report;
  alike uuid;
  is_left boolean := false;
  moment timestamptz := coalesce(nullif(current_setting('lapor.now', true), '')::timestamptz, '-infinity');
begin
  if cardinality(p_words) = 0 then
    return;
  end if;
  select * into r from casework.report where id = p_report for update;
  for alike in
    with said as materialized (
      select word, identity.sounds_of(word) as sounds from (select unnest(p_words || identity.glued(p_words)) as word) w group by word
    )
    select p.id from identity.account p
    cross join lateral (select identity.words_of_name(p.display_name) as words) borne
    cross join lateral (
      select array(select unnest(identity.sounds_of(word)) from unnest(borne.words || identity.glued(borne.words)) word) as sounds
    ) heard
    cross join lateral (
      select count(*) filter (where said.sounds && heard.sounds) as shared,
        count(*) filter (where said.word = any (borne.words)) as to_the_letter
      from said
    ) named
    where (p.role = 'verifier' or (p.role = 'coordinator' and p.agency_id in ('ombudsman', 'ksp')))
      and shared > 0 and not coalesce(p.id = any (r.accused_accounts), false) and p.id = coalesce(p_only, p.id)
    order by shared desc, to_the_letter desc, p.role <> 'verifier', p.agency_id is not distinct from 'ombudsman', p.id
  loop
    without := r;
    without.accused_accounts := array(select unnest(r.accused_accounts) union select alike order by 1);
    if casework.has_somebody(r) and not casework.has_somebody(without) then
      is_left := true;
    else
      r := without;
    end if;
  end loop;
  update casework.report set accused_accounts = r.accused_accounts
  where id = p_report and accused_accounts is distinct from r.accused_accounts;
  if not is_left or r.stage = 'withdrawn' then
    return;
  end if;
  -- What is filed only now goes around them first, as if it had lain there from the start (casework.reroute).
  set constraints casework.go_around immediate;
  set constraints casework.go_around deferred;
  update casework.report set last_seq = last_seq + 1 where id = p_report returning * into r;
  insert into casework.event (report_id, seq, at, zone, move, from_stage, to_stage, actor_role, audience, data)
  values (p_report, r.last_seq, greatest(r.last_at, case when r.without_identity then date_trunc('hour', moment, 'UTC') else moment end),
    'Asia/Jakarta', 'leave_namesake', r.stage, r.stage, 'system', 'reporter', '{}');
end $$;
comment on function casework.lock_out_alike is 'Whoever could settle a name and shares a word of it by sound gives way while somebody else is there. p_words: of the name, small letters; none is kept.';
revoke execute on function identity.words_of_name, identity.heard_as, identity.sounds_of, identity.glued, casework.lock_out_alike from public;
