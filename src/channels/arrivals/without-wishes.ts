import { findWishes } from '../sms/understand/find-wishes.ts'
import { readWords, textWithout, type Word } from '../sms/understand/read-words.ts'
import { isPolite } from '../sms/understand/said.ts'
import { raisedBy, wishesAnything } from './raised-by.ts'

/** What is said, without what is asked to be hidden and without politeness around it: the same words, whether with a wish or not. All of it where nothing else is said. */
export function withoutWishes(text: string): string {
  const asks = wishesAnything(text)
  const told = asks ? plain(raisedBy(text).text) : text
  const words = readWords(told)
  const first = words.findIndex(isTold)
  const last = words.findLastIndex(isTold)
  return first < 0 ? text : told.slice(words[first]?.from, words[last]?.to)
}

function plain(text: string): string {
  const words = findWishes(text).flatMap((wish) => wish.words)
  const blanked = words.reduce(
    (rest, { from, to }) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to),
    text,
  )
  const wishes = readWords(blanked).filter(({ means }) => means === 'confidential' || means === 'anonymous')
  return textWithout(blanked, wishes)
}

function isTold({ word }: Word): boolean {
  return !isPolite(word) && word !== 'ya'
}
