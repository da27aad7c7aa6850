import { isTroubling } from './looks-new.ts'
import { nearlyCommands } from './nearly-commands.ts'
import { onlyPraises } from './only-praises.ts'
import { readWords, type Word } from './read-words.ts'
import { ask, isPolite } from './said.ts'
import type { OwnReport, Understood } from './understood.ts'
import { acknowledging, address, type Command, content, delaying, thanks } from './words.ts'

/** Verdicts may answer a question, and LAPOR may begin an answer. */
const answers: readonly Command[] = ['yes', 'done', 'not', 'file']
/** They name a time, and answer "when?". */
const times = new Set(['sekarang'])

/**
 * What words for this report do. Thanks, a command or a promise to look answer no question of ours: it stays open, and is said again. To an answer of
 * the office, praise says neither YA nor BELUM. What is closed is not opened by it.
 */
export function replyOn({ trackingId, awaits, open }: OwnReport, text: string): Understood {
  const words = readWords(text)
  const isEmpty = words.every(({ word, means }) => isPolite(word) || means === 'reply')
  if (saysNew(words)) return ask('what_happened')
  const reply: Understood = { kind: 'reply', trackingId, text: text.trim() }
  if (awaits === 'details') return isEmpty || tellsNothing(words) ? { kind: 'status', trackingId } : reply
  if (awaits === 'judgement')
    return isEmpty || tellsNothing(words) || tellsLittle(words) || onlyPraises(text)
      ? ask('yes_or_no', trackingId)
      : reply
  if (isEmpty) return ask('what_happened', trackingId)
  if (tellsNothing(words)) return { kind: 'status', trackingId }
  return !open && onlyPraises(text) ? { kind: 'status', trackingId } : reply
}

/** BARU, though we have asked nothing to which it is the answer. */
export function saysNew(words: readonly Word[]): boolean {
  const told = words.filter(({ word }) => !isPolite(word))
  return told.length > 0 && told.every(({ word }) => word === 'baru')
}

/** "baik pak", "tunggu sebentar", "makasih banyak ya", "rahasia?"; not "ya" nor "4". */
export function tellsNothing(words: readonly Word[]): boolean {
  const isIdle = ({ word }: Word) => thanks.has(word) || delaying.has(word) || acknowledging.has(word)
  const isTalk = words.some(isIdle)
  const isCommand = words.some(({ might }) => might.some((command) => !answers.includes(command)))
  return words.every((one, at) => {
    const { word, means, might } = one
    if (isPolite(word) || delaying.has(word)) return true
    if (acknowledging.has(word)) return !times.has(word)
    if (word === 'banyak') return thanks.has(words[at - 1]?.word ?? '')
    if (means === 'yes') return isTalk
    // Stars, however NILAI is typed; "mulai 2020" is an answer.
    if (/^[1-5]$/.test(word)) return isCommand
    return might.length > 0 && !might.some((command) => answers.includes(command))
  })
}

/** "5", "oke": stars without the word, or that somebody has read it. */
function tellsLittle(words: readonly Word[]): boolean {
  return words.every(
    (one) =>
      address.has(one.word) ||
      isPolite(one.word) ||
      /^\d+$/.test(one.word) ||
      (!isTroubling(one) &&
        (nearlyCommands(one) || acknowledging.has(one.word) || content.has(one.word) || one.means === 'yes')),
  )
}
