import { idsIn } from '../../report/ids-in.ts'
import { onlyThanks } from '../arrivals/only-thanks.ts'
import type { Own } from '../sms/own-reports.ts'
import { announcedIn, titlesAnother } from '../sms/understand/announced.ts'
import { onlyPraises } from '../sms/understand/only-praises.ts'
import { praisesThroughout } from '../sms/understand/praises-throughout.ts'
import { readWords } from '../sms/understand/read-words.ts'
import { saysNew } from '../sms/understand/reply-on.ts'
import { type Keyword, understand } from '../sms/understand/understand.ts'
import { persisting } from '../sms/understand/words.ts'
import type { Mail } from './read/mail.ts'
import { tellsTrouble, understandReply, withoutMarks } from './understand-mail.ts'

const again = new Set('lagi kembali sama kambuh'.split(' '))

/** `front`: what is said of the letter's report before it; `subject` and `text`: of the report that it becomes. */
export type AnotherMatter = { front: string; subject: string; text: string }

/**
 * Another report in an answer to the letter of one: what says itself that it is another, by its words or by a subject of its own; and of one that is
 * over a complaint under a subject of its own. Whatever else answers a letter is about that letter's report.
 */
export function anotherMatter(
  own: Own,
  { subject }: Mail,
  text: string,
  keywords: readonly Keyword[],
): AnotherMatter | undefined {
  const title = isOwnSubject(subject) ? subject : ''
  const announced = announcedIn(text, keywords, [own])
  if (announced) return { ...announced, subject: title }
  const isNamed = idsIn(`${subject}\n${text}`).length > 0
  const isAnswer = !['reply', 'ask'].includes(understandReply(text, own).kind)
  const isSaid = title !== '' && titlesAnother(title) && !isNamed && !isAnswer
  return (isSaid && complains(text)) || isAnotherMatter(own, subject, text) ? { front: '', subject, text } : undefined
}

/**
 * A complaint under a subject of its own, written as an answer to the letter of a report that is closed and awaits nothing: people look for our
 * address in the last letter that they have. What waits for their word, was archived, or may be opened again by "mati lagi", may as well be meant:
 * it stays about that one.
 */
function isAnotherMatter(own: Own, subject: string, text: string): boolean {
  if (own.open || own.awaits || own.archived) return false
  const tells = isOwnSubject(subject) && (tellsTrouble(subject) || saysNew(readWords(subject)))
  if (!tells || idsIn(`${subject}\n${text}`).length > 0) return false
  const isAgain = readWords(`${subject} ${text}`).some(({ word }) => again.has(word) || persisting.has(word))
  if (!own.past && isAgain) return false
  return complains(text)
}

/** No "Re:" stands in front of it, nor did we write it. */
function isOwnSubject(subject: string): boolean {
  return withoutMarks(subject) === subject.trim() && !/^\s*lapor!/i.test(subject)
}

function complains(text: string): boolean {
  return understand(text, [], []).kind === 'file' && !onlyThanks(text) && !onlyPraises(text) && !praisesThroughout(text)
}
