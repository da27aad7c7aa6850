import { parseTrackingId } from '../../../report/tracking-id.ts'
import { nearest } from './near.ts'
import { type Command, forgiven, ordinary, spellings } from './words.ts'

/** One written word: letters and digits, lower case, and where it stands in the text (UTF-16 units). */
export type Word = { word: string; from: number; to: number; means?: Command }

const commands = new Map(
  (Object.keys(spellings) as Command[]).flatMap((command) =>
    spellings[command].map((word) => [word, command] as const),
  ),
)

/** The words of an SMS, with what each may mean as a command. `CEK8K2…` and `NILAI4` are two words. */
export function readWords(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .flatMap(({ 0: written, index }) => unglued(written).map(({ 0: word, index: at }) => ({ word, from: index + at })))
    .map(({ word, from }) => {
      const plain = word.normalize('NFKC').toLowerCase()
      const means = commandOf(plain)
      return { word: plain, from, to: from + word.length, ...(means && { means }) }
    })
}

/** What is left of a text when some of its words are taken out. */
export function textWithout(text: string, gone: readonly Word[]): string {
  const cuts = [...gone].sort((one, other) => one.from - other.from)
  const pieces = [...cuts, { from: text.length, to: text.length }].map((cut, at) =>
    text.slice(cuts[at - 1]?.to ?? 0, cut.from).replace(/^[\s:;,.#/=>)\]-]+|[\s:;,#/=>([-]+$/g, ''),
  )
  return pieces.filter(Boolean).join(' ')
}

function commandOf(word: string): Command | undefined {
  const exact = commands.get(word) ?? commands.get(word.replace(/(.)\1+/gu, '$1'))
  if (exact || ordinary.has(word) || word.length < 2) return exact
  const near = nearest(word, forgiven, (meant) => (meant.length <= 4 ? 1 : 2))
  return near && commands.get(near.word)
}

/** A command and what was written on to it. */
function unglued(written: string): { 0: string; index: number }[] {
  const cut = [...[9, 1].map((tail) => written.length - tail), 9].find((at) => {
    const [head, tail] = [written.slice(0, at), written.slice(at)]
    if (at < 1 || !tail) return false
    if (tail.length === 1) return /[1-5]/.test(tail) && commands.get(head.toLowerCase()) === 'rate'
    return (
      (parseTrackingId(tail) && commands.has(head.toLowerCase())) ||
      (parseTrackingId(head) && commands.has(tail.toLowerCase()))
    )
  })
  if (!cut) return [{ 0: written, index: 0 }]
  return [
    { 0: written.slice(0, cut), index: 0 },
    { 0: written.slice(cut), index: cut },
  ]
}
