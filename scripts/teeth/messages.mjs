import { leak, proofs } from './places.mjs'

const leaves = [`${proofs}/every-message.slow.test.ts`, 'what leaves holds nothing']
const title =
  "(await tx.selectFrom('casework.content').select('title').where('report_id', '=', report.id).executeTakeFirst())?.title"

/** What leaves in a message, by the table of what is told. */
export const messages = [
  leak(
    'a message to an office names the title of a report that hides who filed it',
    'src/notifications/ways-out/by-email.ts',
    'return letterOf({ template, clock, report: report ?? null, title, calendar',
    `return letterOf({ template, clock, report: report ? { ...report, anonymous: false, confidential: false } : null, title: report && ${title}, calendar`,
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
]
