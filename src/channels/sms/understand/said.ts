import { withoutLinks } from '../../arrivals/without-links.ts'
import { type FoundId, findId } from './find-id.ts'
import { readWords, textWithout, type Word } from './read-words.ts'
import type { Keyword, OwnReport, Question, Understood } from './understood.ts'
import { address, type Command, please, thanks } from './words.ts'

/** What one SMS says, before anybody decides what it wants. */
export type Said = {
  text: string
  words: Word[]
  id?: FoundId
  /** The words around a tracking ID; what only looks like one may be a number plate, and stays. */
  rest: Word[]
  /** The words around whatever may have been meant as a tracking ID. */
  bare: Word[]
  /** Somebody who asks does not command. */
  asks: boolean
  keywords: readonly Keyword[]
  own: readonly OwnReport[]
}

export function readMessage(text: string, keywords: readonly Keyword[], own: readonly OwnReport[]): Said {
  const written = readWords(text)
  const found = findId(written, own)
  const [words, id] = found?.whose === 'nobody' ? inOnePiece(written, found) : [written, found]
  const bare = words.filter((word) => !id?.words.includes(word))
  return {
    text,
    words,
    ...(id && { id }),
    rest: id?.whose === 'nobody' ? words : bare,
    bare,
    asks: withoutLinks(text).includes('?'),
    keywords,
    own,
  }
}

/** What only looks like a number is one word, however it is grouped. */
function inOnePiece(words: readonly Word[], id: Extract<FoundId, { id: string }>): [Word[], FoundId] {
  const [first, last] = [id.words[0], id.words.at(-1)]
  if (!first || !last || first === last) return [[...words], id]
  const typed = id.words.map((word) => word.typed).join('')
  const whole: Word = { typed, word: typed, from: first.from, to: last.to, might: [] }
  const others = words.filter((word) => word === first || !id.words.includes(word))
  return [others.map((word) => (word === first ? whole : word)), { ...id, words: [whole] }]
}

/** What was said in words, not in the addresses of pages: those tell no trouble. */
export function spoken({ text, words, asks }: Pick<Said, 'text' | 'words' | 'asks'>): Pick<Said, 'words' | 'asks'> {
  const bare = withoutLinks(text)
  return { words: words.filter(({ from }) => bare[from] !== ' '), asks }
}

/** The text without the sender's tracking ID and `gone`. */
export function textBeside({ text, id }: Said, ...gone: Word[]): string {
  return textWithout(text, [...(id?.whose === 'own' ? id.words : []), ...gone])
}

export function awaiting(own: readonly OwnReport[], awaits: OwnReport['awaits']): OwnReport[] {
  return own.filter((report) => report.awaits === awaits && report.awaits !== undefined)
}

/** Those that are open, else those that ended lately, else all. */
export function nearest<Own extends OwnReport>(own: readonly Own[]): readonly Own[] {
  const some = [own.filter(({ open }) => open), own.filter(({ past }) => !past)].find(({ length }) => length > 0)
  return some ?? own
}

/** What was confirmed within the day, or else, where none is open, all that ended and can be opened again. */
export function endedLately<Own extends OwnReport>(own: readonly Own[]): readonly Own[] {
  const confirmed = own.filter(({ starsAsked }) => starsAsked)
  if (confirmed.length > 0 || own.some(({ open }) => open)) return confirmed
  return own.filter(({ past }) => !past)
}

/** Whether the words say `command` and nothing else, politeness aside. */
export function saysOnly(
  words: readonly Word[],
  command: Command,
  companions: ReadonlySet<string> = new Set(),
): boolean {
  return (
    words.some(({ might }) => might.includes(command)) &&
    words.every(({ word, might }, at) => might.includes(command) || companions.has(word) || isSoft(words, at))
  )
}

/** A word that only makes a message polite; YA is one, but not in front: "stop ya pak". */
function isSoft(words: readonly Word[], at: number): boolean {
  const { word = '' } = words[at] ?? {}
  return isPolite(word) || (word === 'ya' && words.slice(0, at).some((before) => !isPolite(before.word)))
}

/** "sudah beres belum" asks; it neither agrees nor refuses. */
export function asksWhetherDone(words: readonly Word[]): boolean {
  const told = words.filter(({ word }) => !isPolite(word) && !/^(ya|kah|apa|apakah)$/.test(word))
  return told[0]?.means === 'done' && told.at(-1)?.means === 'not'
}

export function isPolite(word: string): boolean {
  return address.has(word) || thanks.has(word) || please.has(word)
}

/** The first word that is not politeness. */
export function firstWord(words: readonly Word[]): Word | undefined {
  return words.find(({ word, means }) => !isPolite(word) || means === 'file')
}

export function ask(question: Question, about?: string): Understood {
  return { kind: 'ask', question, ...(about && { about }) }
}
