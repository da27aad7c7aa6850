import { answersNothing } from './answers-nothing.ts'
import { idles } from './idles.ts'
import { isTroubling } from './looks-new.ts'
import { nearlyCommands } from './nearly-commands.ts'
import { nudges } from './nudges.ts'
import { onlyPraises } from './only-praises.ts'
import { readWords, type Word } from './read-words.ts'
import { ask, isPolite } from './said.ts'
import { saysIdle, tellsNothing } from './tells-nothing.ts'
import type { OwnReport, Understood } from './understood.ts'
import { acknowledging, address, content } from './words.ts'

/**
 * What words for this report do. They are never swallowed: an answer, a reply or at least a note, unless they are nothing but thanks, a command, a
 * promise to look or a greeting. To an answer of the office, praise says neither YA nor BELUM. What is closed is not opened by it.
 * @param isNamed the report's number, or BALAS, says that they are for it: "baik pak" is then the answer
 */
export function replyOn(report: OwnReport, text: string, isNamed = true): Understood {
  const { trackingId, awaits, open, archived } = report
  const words = readWords(text)
  const idle = saysIdle(words)
  if (saysNew(words)) return ask('what_happened')
  const reply: Understood = { kind: 'reply', trackingId, text: text.trim() }
  const none = answersNothing(text)
  if (awaits === 'details') {
    if (idle === 'agreement' && !isNamed) return { kind: 'status', trackingId, agrees: true }
    if (idle === 'nothing' || none === 'kindness' || isEmpty(words)) return { kind: 'status', trackingId }
    return none ? notedOn(report, text) : reply
  }
  if (awaits === 'judgement') {
    // YA is no word for what silence has closed.
    if (!open && (none === 'kindness' || idle === 'nothing')) return { kind: 'status', trackingId }
    if (none && !nudges(text)) return ask('yes_or_no', trackingId)
    // "ibu saya": told, and no verdict.
    if (idle === undefined && tellsNothing(words)) return { ...reply, isNote: true }
    return isEmpty(words) || idle || idles(text) || tellsLittle(words) || onlyPraises(text)
      ? ask('yes_or_no', trackingId)
      : reply
  }
  if (isEmpty(words)) return ask('what_happened', trackingId)
  if (idle === 'nothing') return { kind: 'status', trackingId }
  if (none === 'kindness' || idles(text)) return { ...reply, isNote: true }
  const isGlad = !open && !archived && (onlyPraises(text) || tellsLittle(words) || (none && !nudges(text)))
  return isGlad ? { ...reply, isNote: true } : reply
}

/** Told to whoever has the report, moving nothing; whoever wrote hears how it stands, and our question once more. */
export function notedOn({ trackingId }: OwnReport, text: string): Understood {
  const note: Understood = { kind: 'reply', trackingId, text: text.trim(), isNote: true }
  return { kind: 'several', each: [note, { kind: 'status', trackingId }], clauses: [text, text] }
}

/** BARU, though we have asked nothing to which it is the answer. */
export function saysNew(words: readonly Word[]): boolean {
  const told = words.filter(({ word }) => !isPolite(word))
  return told.length > 0 && told.every(({ word }) => word === 'baru')
}

/** No word besides BALAS. */
function isEmpty(words: readonly Word[]): boolean {
  return (
    words.every((one) => one.means === 'reply') ||
    saysIdle(words.filter(({ means }) => means !== 'reply')) === 'greeting'
  )
}

/** "5", "oke": stars without the word, or that somebody has read it. */
export function tellsLittle(words: readonly Word[]): boolean {
  return words.every(
    (one) =>
      address.has(one.word) ||
      isPolite(one.word) ||
      /^\d+$/.test(one.word) ||
      (!isTroubling(one) &&
        (nearlyCommands(one) || acknowledging.has(one.word) || content.has(one.word) || one.means === 'yes')),
  )
}
