import type { Word } from './read-words.ts'
import { isPolite } from './said.ts'
import {
  acknowledging,
  address,
  type Command,
  delaying,
  greeting,
  hailing,
  selves,
  thanks,
  timesOfDay,
} from './words.ts'

/** Verdicts may answer a question, and LAPOR may begin an answer. */
const answers: readonly Command[] = ['yes', 'done', 'not', 'file']

/** "baik pak", "tunggu sebentar", "makasih banyak ya", "rahasia?"; not "ya" nor "4". Beside no question of ours they begin no report. */
export function tellsNothing(words: readonly Word[]): boolean {
  const isIdle = ({ word }: Word) => thanks.has(word) || delaying.has(word) || acknowledging.has(word)
  const isTalk = words.some(isIdle)
  const hasCommand = words.some(isCommand)
  return words.every((one, at) => {
    const { word, means, might } = one
    if (isPolite(word) || delaying.has(word)) return true
    if (acknowledging.has(word)) return !timesOfDay.has(word)
    if (word === 'banyak') return thanks.has(words[at - 1]?.word ?? '')
    if (means === 'yes') return isTalk
    // Stars, however NILAI is typed; "mulai 2020" is an answer.
    if (/^[1-5]$/.test(word)) return hasCommand
    return might.length > 0 && !might.some((command) => answers.includes(command))
  })
}

/**
 * What words say that answer no question of ours for sure: thanks, a command or a promise to look are `nothing`; "baik pak" is an `agreement`, and
 * that may be an answer. "malam", "ibu saya" and "nanti sore" are answers as any other.
 */
export function saysIdle(words: readonly Word[]): 'nothing' | 'greeting' | 'agreement' | undefined {
  if (!tellsNothing(words)) return undefined
  const isTalk = words.some((one) => thanks.has(one.word) || delaying.has(one.word) || isCommand(one))
  if (words.some((one, at) => isTime(words, at) || (!isTalk && tellsWho(words, at)))) return undefined
  if (isTalk) return 'nothing'
  if (words.some(({ word }) => acknowledging.has(word))) return 'agreement'
  return 'greeting'
}

/** "malam", "ibu saya", though both words stand in any greeting. */
export function tellsWhenOrWho(words: readonly Word[]): boolean {
  return words.some(
    ({ word }, at) =>
      isTime(words, at) || (address.has(word) && selves.has(words[at + 1]?.word ?? '') && kin.has(word)),
  )
}

const kin = new Set('bapak ibu mas mbak kakak kak bang om tante adik dik'.split(' '))

function isCommand({ might }: Word): boolean {
  return might.some((command) => !answers.includes(command))
}

/** "malam", "nanti sore"; not "selamat malam". */
function isTime(words: readonly Word[], at: number): boolean {
  return timesOfDay.has(words[at]?.word ?? '') && !hailing.has(words[at - 1]?.word ?? '')
}

/** "ibu saya", "kami", "nomor 5"; not "halo pak" nor "mohon maaf". */
function tellsWho(words: readonly Word[], at: number): boolean {
  const { word = '' } = words[at] ?? {}
  if (timesOfDay.has(word)) return false
  return selves.has(word) || (isPolite(word) && !address.has(word) && !greeting.has(word))
}
