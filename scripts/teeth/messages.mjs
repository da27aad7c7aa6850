import { leak, proofs } from './places.mjs'

const leaves = [`${proofs}/every-message.slow.test.ts`, 'what leaves holds nothing']
const onX = ['src/channels/x/hidden-page.test.ts', 'the question leads to CEK, that to a link']
const secretBeside = 'src/channels/asked/secret-beside-public.slow.test.ts'
const title =
  "(await tx.selectFrom('casework.content').select('title').where('report_id', '=', report.id).executeTakeFirst())?.title"

/** What leaves in a message, by the table of what is told. */
export const messages = [
  leak(
    'a message to an office names the title of a report that hides who filed it',
    'src/notifications/ways-out/by-email.ts',
    'return letterOf({ ...facts, wording })',
    `return letterOf({ ...facts, report: report ? { ...report, anonymous: false, confidential: false } : null, title: report && ${title}, wording })`,
    leaves,
  ),
  leak(
    'the digest of an officer names the title of a report that hides who filed it',
    'src/notifications/digest/prepare-digest.ts',
    '(await titleFor(tx, report, template))',
    `(await titleFor(tx, report, template)) ?? ${title}`,
    leaves,
  ),
  leak(
    'a message by SMS that points to the page prints the words as well',
    'src/notifications/sms-words.ts',
    'words.set(id, sizeOf(text + hint).fits ? text + hint : text)',
    `words.set(id, isOnPage ? text + ${title} : text + hint)`,
    leaves,
  ),
  leak(
    'a message on X or by mail repeats what an office said of a report that hides something',
    'src/notifications/last-words.ts',
    'if (!report || hides(report)) return undefined',
    'if (!report) return undefined',
    leaves,
  ),
  leak(
    'the page of a hidden report lies in a message that nobody asked for',
    'src/notifications/read-by-link.ts',
    "(template === 'status' && report !== undefined && hides(report))",
    '(report !== undefined && hides(report))',
    onX,
  ),
  leak(
    'a link that was opened once opens the page of a hidden report again',
    'migrations/0232-who-filed-by-a-door.sql',
    'where l.hash = p_hash and l.key_hash is null and l.ends_at > p_at',
    'where l.hash = p_hash and l.ends_at > p_at',
    onX,
  ),
  leak(
    'words that may be of a hidden report are published in another of the same phone',
    'src/channels/arrivals/is-surely-of.ts',
    "return (await fitOf(tx, text, report)) === 'surely'",
    'return (await fitOf(tx, text, report)) !== undefined',
    [secretBeside, 'what is surely said of the lamp stands there'],
  ),
  leak(
    'what nobody explains is told to the office of an open report, though it may be of a hidden one',
    'src/channels/asked/beside-hidden.ts',
    "if ((await fitOf(tx, text, one)) !== 'no') return undefined",
    'if ((await fitOf(tx, text, one)) !== undefined) return undefined',
    [secretBeside, 'a denial that may be of the secret keeps the answered lamp'],
  ),
]
