import { leak } from './places.mjs'

/** Whom a name in a report means: settled, settled once more, asked about anew. */
export const settled = [
  leak(
    'whoever comes under a name that was nobody’s reads the report',
    'src/secrecy/named-again.ts',
    'if (!isCalledAlike(named, name)) continue',
    "if (!isCalledAlike(named, name) || name !== '') continue",
    ['src/secrecy/named-again.slow.test.ts', 'was nobody here; when a'],
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
    'migrations/0201-settled-twice.sql',
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
]
