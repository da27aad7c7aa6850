import { idsIn } from '../../report/ids-in.ts'
import { onlyThanks } from '../arrivals/only-thanks.ts'
import type { Own } from '../sms/own-reports.ts'
import { onlyPraises } from '../sms/understand/only-praises.ts'
import { readWords } from '../sms/understand/read-words.ts'
import { saysNew } from '../sms/understand/reply-on.ts'
import { understand } from '../sms/understand/understand.ts'
import { persisting } from '../sms/understand/words.ts'
import type { Mail } from './read/mail.ts'
import { tellsTrouble, withoutMarks } from './understand-mail.ts'

const again = new Set('lagi kembali sama kambuh'.split(' '))

/**
 * A complaint under a subject of its own, written as an answer to the letter of a report that is closed and awaits nothing: people look for our
 * address in the last letter that they have. What waits for their word, was archived, or may be opened again by "mati lagi", may as well be meant:
 * it stays about that one.
 */
export function isAnotherMatter(own: Own, { subject }: Mail, text: string): boolean {
  if (own.open || own.awaits || own.archived) return false
  const isOwnSubject =
    withoutMarks(subject) === subject.trim() && (tellsTrouble(subject) || saysNew(readWords(subject)))
  if (!isOwnSubject || idsIn(`${subject}\n${text}`).length > 0) return false
  const isAgain = readWords(`${subject} ${text}`).some(({ word }) => again.has(word) || persisting.has(word))
  if (!own.past && isAgain) return false
  return understand(text, [], []).kind === 'file' && !onlyThanks(text) && !onlyPraises(text)
}
