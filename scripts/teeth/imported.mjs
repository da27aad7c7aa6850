import { leak } from './places.mjs'

const look = 'src/channels/import/look-first.ts'
const answered = 'src/channels/import/answer-imported.ts'
const unlooked = (what) => ['src/channels/import/look-first.test.ts', what]
const raised = ['src/channels/import/old-words.test.ts', 'an imported report that is raised to confidential leaves']

/** What a file of another system brings to the public, or leaves readable. */
export const imported = [
  leak(
    'an import publishes names and numbers that nobody looked at',
    look,
    'pointsAtSomebody({ title, text, place }, care) ||',
    '',
    unlooked('a phone in the text:'),
  ),
  leak(
    'an import publishes what an anonymous reporter said',
    look,
    'if (imported.anonymous || imported.oddRow)',
    'if (imported.oddRow)',
    unlooked('an anonymous reporter: nothing'),
  ),
  leak(
    'an import publishes whom an old answer names',
    look,
    'pointsAtSomebody({ answer }, care, findInOfficeWords) ||',
    '',
    unlooked('a name in the answer:'),
  ),
  leak(
    'an import publishes how an old answer reaches somebody',
    look,
    'reachesSomebody(answer) ||',
    '',
    unlooked('a phone in the answer:'),
  ),
  leak(
    'an import publishes who filed it, from the answer',
    look,
    "names(imported.reporterName ?? '', `",
    "names('', `",
    unlooked('the reporter in the answer:'),
  ),
  leak(
    'who answers for the names of a file answers for its numbers',
    look,
    "withNames ? 'ask_numbers' : 'ask'",
    "'ask_numbers'",
    unlooked('a name in the text:'),
  ),
  leak(
    'an old answer to a confidential report is public once its reporter opens it',
    answered,
    "imported.confidential ? 'line' : 'public'",
    "'public'",
    unlooked('a confidential answer is for its parties'),
  ),
  leak('what an old office wrote is read outside', answered, "    audience: 'office',\n", "    audience: 'public',\n", [
    'src/channels/import/old-words.test.ts',
    'why it was held or archived there is told inside',
  ]),
  leak(
    'what an old office wrote is a fact that nothing seals',
    'src/channels/import/write-reports.ts',
    '      oldRating: imported.rating,\n',
    '      oldRating: imported.rating,\n      statusReason: imported.statusReason,\n',
    raised,
  ),
  leak(
    'whatever stands as a status is a fact that nothing seals',
    'src/report/old-status.ts',
    'words.has(name) ? name : undefined',
    'name',
    raised,
  ),
  leak(
    'words in the cell of a number stay readable',
    'src/channels/import/already-here.ts',
    'return isNumber ? sourceId',
    'return isNumber || sourceId ? sourceId',
    raised,
  ),
  leak(
    'a file that was exported here brings back what its reporter has hidden since',
    'src/channels/import/already-here.ts',
    'if (own && (await numbered(db, own))) return true',
    'if (own && (await numbered(db, own))) void own',
    ['src/channels/import/own-export.test.ts', 'what was exported as csv here and has been hidden'],
  ),
  leak(
    'the database takes words as facts of an event',
    'migrations/0087-no-words-in-facts.sql',
    'if not casework.are_facts(new.data) then',
    'if false then',
    ['src/channels/import/old-words.test.ts', 'the database takes no words as facts of an event'],
  ),
  leak(
    'a move keeps what was written among its facts',
    'src/verification/archive-report.ts',
    'data: { reason: input.reason },',
    "data: { reason: input.reason, note: (input.note ?? '').toLowerCase().replace(/[^a-z]+/g, '') },",
    ['src/testing/proofs/event-facts.slow.test.ts', 'what stands there are names from lists'],
  ),
]
