import { leak } from './places.mjs'

/** Whom a name in a report means: settled, settled once more, asked about anew. */
export const settled = [
  leak(
    'whoever comes under a name that was nobody’s reads the report',
    'src/secrecy/named-again.ts',
    '? isCalledAlike(namedIn(), name) || (',
    "? name === '' && (",
    ['src/secrecy/named-again.slow.test.ts', 'was nobody here; when a'],
  ),
  leak(
    'whoever comes of whom one name alone was given reads the report',
    'src/secrecy/named-again.ts',
    'mayHave(row) && isPartlyCalled',
    '!mayHave(row) && isPartlyCalled',
    ['src/secrecy/named-again.slow.test.ts', 'when a Gerson Tobe comes who could have the report'],
  ),
  leak(
    'of those listed as the same person the second reads the report',
    'src/desk/read-settling.ts',
    'const alsoIds = others.map(({ id }) => id)',
    'const alsoIds = others.slice(1).map(({ id }) => id)',
    ['src/desk/accused.test.ts', 'locks out all whom the page lists'],
  ),
  leak(
    'whoever is accused reads the report by a second account',
    'src/secrecy/named-again.ts',
    'people.some((other) => areCalledAlike(other, name))',
    "people.some((other) => areCalledAlike(other, name) && name === '')",
    ['src/secrecy/same-man.slow.test.ts', 'who is accused as'],
  ),
  leak(
    'an account that somebody had beside the one settled on reads the report',
    'src/secrecy/name-accused.ts',
    "settled.kind === 'person' && !settled.alone",
    "settled.kind === 'person' && settled.alone",
    ['src/secrecy/same-man.slow.test.ts', 'of two accounts of one name both are locked out'],
  ),
  leak(
    'whoever comes to the desk settles a name that may be theirs',
    'src/secrecy/named-again.ts',
    'if (maySettle) await',
    'if (!maySettle) await',
    ['src/secrecy/same-man.slow.test.ts', 'a verifier who comes while a name waits'],
  ),
  leak(
    'a verifier whose name is spelt otherwise settles whom it means',
    'migrations/0216-names-by-their-sound.sql',
    'said.sounds && heard.sounds',
    'said.word = any (borne.words)',
    ['src/secrecy/spelt-otherwise.slow.test.ts', '“Pak Dedy, verifikator” may be Dedi Prasetya'],
  ),
  leak(
    'a degree behind their name keeps the report to whoever comes under it',
    'src/secrecy/called-alike.ts',
    ".replace(degrees, '')",
    ".replace(titles, '')",
    ['src/secrecy/named-again.slow.test.ts', 'was nobody here; when a'],
  ),
  leak(
    'a name that is settled once more forgets the post it meant before',
    'migrations/0218-settled-on-all-of-a-name.sql',
    "if x.kind <> 'outside' and",
    "if x.kind = 'outside' and",
    ['src/secrecy/accused.slow.test.ts', 'a name that means two posts is settled twice'],
  ),
  leak(
    'a restored backup forgets that a name is asked about anew',
    'src/cli/backup/accuse-again.ts',
    "!there || there.kind === 'outside'",
    '!there',
    ['src/cli/backup/restore-floor.test.ts', 'a name that was asked about anew after the backup'],
  ),
  leak(
    'the desk reads what accuses it under one of its other names',
    'src/secrecy/named-accused.ts',
    'const desk = deskNamed(directory, named)',
    'const desk = officeNamed(directory, named)',
    ['src/secrecy/named-desk.test.ts', 'is the national desk: it does not read what accuses it'],
  ),
]
