import { leak } from './places.mjs'

const mending = 'migrations/0095-messages-of-hidden-reports.sql'
const deskAccused = [
  'src/desk/failed/failed.test.ts',
  'of a message about a report that accuses the national desk the desk sees nothing',
]
const looked = (title) => ['src/desk/look-hidden.test.ts', title]
const mailed = (title) => ['src/channels/email/hidden.slow.test.ts', title]
const atTheDoor = (title) => ['src/desk/look-accused.test.ts', title]
const times = (title) => ['src/testing/proofs/times-without-identity.slow.test.ts', title]
const unread = (title) => ['src/desk/unread.test.ts', title]
const names = (title) => ['src/accounts/fingerprint.test.ts', title]

/** Leaks that were really there, until somebody who reads for them found them. */
export const found = [
  leak(
    'a merged reporter reads by CEK what was said of a report that hides who filed it',
    'src/notifications/last-words.ts',
    "    .where('r.anonymous', '=', false)\n",
    '',
    ['src/channels/sms/told-in-time.slow.test.ts', 'where one of the two hides something they do not'],
  ),
  leak(
    'the same words again with RAHASIA leave the first report open',
    'src/channels/sms/also-said.ts',
    '  if (raise)\n',
    '  if (raise && same.times < 0)\n',
    ['src/channels/sms/never-wrongly.slow.test.ts', 'the same words again with RAHASIA hide the first'],
  ),
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
    'the queue keeps when a report without identity was filed',
    'src/platform/queue.ts',
    "new.created_at := date_trunc('hour', new.created_at, 'UTC');",
    '',
    times('while nothing is done yet'),
  ),
  leak(
    'work that waits says when it began to wait',
    'src/platform/queue.ts',
    'elsif coalesce(casework.is_work_without_identity(new.payload), false) then',
    'elsif false then',
    times('work on such a report that has to wait'),
  ),
  leak(
    'the hourly letter to the desk says when the first report of the hour came',
    'src/notifications/prepare-message.ts',
    "report ? report.without_identity : message.template === 'new_at_desk'",
    'report?.without_identity ?? false',
    times('after everything was done that follows from filing without identity'),
  ),
  leak(
    'the desk page tells the topic of a report that may not be read',
    'src/desk/report-facts.tsx',
    'open.words && topicWords(duty, open)',
    'topicWords(duty, open)',
    unread('whoever may know of a confidential report'),
  ),
  leak(
    'a list names the office that a report is meant for to whoever may not read it',
    'src/desk/report-list.tsx',
    '  if (row.title === null) return null\n',
    '',
    unread('in lists the office that the reporter named'),
  ),
  leak(
    'a 1 in a name is never an l',
    'src/accounts/said-names.ts',
    "? 'l' : 'i'",
    "? 'i' : 'i'",
    names('whichever letter a sign stands for'),
  ),
  leak(
    'a name leaves with -nya on it, or with bapak glued to it',
    'src/accounts/fingerprint.ts',
    'of namesIn(written))',
    'of namesIn(written).slice(0, 1))',
    names('tells Marsetyo Klobor'),
  ),
  leak(
    'a number leaves in the digits of another script',
    'src/accounts/read-through.ts',
    "inOurDigits(text.normalize('NFKC'))",
    "text.normalize('NFKC')",
    names('tells Marsetyo Klobor'),
  ),
  leak(
    'the audit tells an operator the number of a confidential report',
    'src/cli/print-faults.ts',
    "      .where('confidential', '=', false)\n",
    '',
    ['src/cli/audit.test.ts', 'what does not hold in a confidential report is said without its number'],
  ),
  leak(
    'what is hidden while the pace is being reckoned stays counted',
    'src/oversight/reckon-pace.ts',
    ".deleteFrom('casework.pace_stale').where('id', 'in', settled)",
    ".deleteFrom('casework.pace_stale')",
    ['src/oversight/pulled-out-figures.slow.test.ts', 'a report that is hidden while the figures are being reckoned'],
  ),
  leak(
    'RAHASIA of whoever cannot be answered is dropped',
    'src/channels/arrivals/plain-intake.ts',
    'intake.confidential || texts.some(asksToHide)',
    'intake.confidential',
    looked('RAHASIA of a sender without a number'),
  ),
  leak(
    'mails that bear a name make a flood of its owner',
    'src/channels/email/answer-mail.ts',
    "const isTheirs = trust !== 'failed'\n",
    'const isTheirs = true\n',
    mailed('mails that only bear somebody’s name'),
  ),
  leak(
    'words that a mail adds to a confidential report become an open one',
    'src/channels/email/file-mail.ts',
    "plainIntake('email', raise, atLeast)",
    "plainIntake('email', raise)",
    mailed('what a mail of an address that nobody vouches for'),
  ),
  leak(
    'an SMS that names the own confidential report becomes an open one',
    'src/channels/sms/file-sms.ts',
    "plainIntake('sms', raise, await hiddenAlready(from, text))",
    "plainIntake('sms', raise)",
    looked('what names the sender’s own confidential report'),
  ),
  leak(
    'what nobody answered about a confidential report becomes an open one',
    'src/channels/asked/carry-out.ts',
    "decided.decision === 'report' ? from.atLeast : own?.hides",
    'from.atLeast',
    looked('what was asked about the sender’s confidential report'),
  ),
  leak(
    'the accused desk reads a failing reply to the report',
    'migrations/0106-named-in-trouble.sql',
    'and not exists (select from unnest(t.names) u left join casework.report n on n.id = u where n.id is null or not casework.sees(n))',
    '',
    atTheDoor('a failing reply to a report that accuses the desk'),
  ),
  leak(
    'the desk reads a failing reply to a confidential report that is with its office',
    'migrations/0106-named-in-trouble.sql',
    'case when not shut.is_shut then w.kept end as kept',
    'w.kept',
    atTheDoor('a failing reply to a confidential report that is with its office'),
  ),
  leak(
    'the accused desk has a failing reply made a report',
    'migrations/0106-named-in-trouble.sql',
    "(p_step <> 'again' or r.id is null or not casework.sees(r))",
    'false',
    atTheDoor('a failing reply to a report that accuses the desk'),
  ),
  leak(
    'words without a number of somebody who accuses the desk are read there',
    'src/channels/arrivals/reports-named.ts',
    'names.length > 0 ? names : await hiddenOf(tx, arrival)',
    'names',
    atTheDoor('words of somebody whose confidential report accuses the desk'),
  ),
  leak(
    'the ledger of the doors counts what accuses the desk',
    'migrations/0107-ledger-of-the-accused.sql',
    "where hidden.ids <> '{}'",
    'where false',
    atTheDoor('what came about reports that accuse the desk'),
  ),
]
