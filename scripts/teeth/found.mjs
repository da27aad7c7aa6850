import { leak } from './places.mjs'

const mending = 'migrations/0095-messages-of-hidden-reports.sql'
const deskAccused = [
  'src/desk/failed/failed.test.ts',
  'of a message about a report that accuses the national desk the desk sees nothing',
]

/** Leaks that were really there, until somebody who reads for them found them. */
export const found = [
  leak(
    'the accused desk reads that a message about the report did not go out',
    mending,
    'where hidden = m.report_id)\n  order by m.failed_at',
    'where false)\n  order by m.failed_at',
    deskAccused,
  ),
  leak(
    'the accused desk gives up a message about the report',
    mending,
    'where hidden = m.report_id);\n  if found then',
    'where false);\n  if found then',
    deskAccused,
  ),
  leak(
    'the accused desk has a message about the report sent by the other door',
    mending,
    'where hidden = m.report_id);\n  if not found then',
    'where false);\n  if not found then',
    deskAccused,
  ),
  leak(
    'messages that wait for the morning are counted to whom their report accuses',
    mending,
    "m.state in ('queued', 'failed')\n    and not exists (select from identity.reports_accusing_actor() hidden where hidden = m.report_id)",
    "m.state in ('queued', 'failed')",
    ['src/testing/proofs/accused-worlds.slow.test.ts', 'an accused verifier and supervisor are answered'],
  ),
  leak(
    'the pace of offices counts for an hour what was hidden',
    'src/oversight/reckon-pace.ts',
    'if (gone.length === 0 && (await isFresh(db, now))) return 0',
    'if (await isFresh(db, now)) return 0',
    ['src/oversight/pulled-out-figures.slow.test.ts', 'every figure of the public is what it was before'],
  ),
  leak(
    'what is hidden while the pace is being reckoned stays counted',
    'src/oversight/reckon-pace.ts',
    ".deleteFrom('publication.pace_stale').where('id', 'in', settled)",
    ".deleteFrom('publication.pace_stale')",
    ['src/oversight/pulled-out-figures.slow.test.ts', 'a report that is hidden while the figures are being reckoned'],
  ),
]
