import { parseTrackingId } from '../../../report/tracking-id.ts'
import { nearest } from './near.ts'
import { wellSpelled } from './well-spelled.ts'
import { type Command, forgiven, ordinary, spellings } from './words.ts'

/**
 * One written word. `typed`: its letters and digits, lower case; `word`: the same, a letter drawn out for stress ("yaaaa")
 * written once, and thanks as they are rightly spelled; where it stands in the text (UTF-16 units); the command it is; those it might be, when
 * several are as near; `ends`: a stop, a comma or the end of a line stands behind it.
 */
export type Word = {
  typed: string
  word: string
  from: number
  to: number
  means?: Command
  might: readonly Command[]
  ends?: true
}

const commands = new Map(
  (Object.keys(spellings) as Command[]).flatMap((command) =>
    spellings[command].map((word) => [word, command] as const),
  ),
)

/** The words of an SMS. `CEK8K2…` and `NILAI4` are two. */
export function readWords(text: string): Word[] {
  const found = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: written, index: from }): Word[] => {
    const cut = seam(written)
    const ends = cut ? [0, cut, written.length] : [0, written.length]
    const words = ends.slice(1).map((to, at) => wordAt(written.slice(ends[at], to), from + (ends[at] ?? 0)))
    return words.map((word) => (isEnd(text, word.to) ? { ...word, ends: true } : word))
  })
  return found.map((one, at) =>
    one.means ? one : { ...one, word: wellSpelled(one.word, found[at - 1]?.word, found[at + 1]?.word) },
  )
}

function isEnd(text: string, at: number): boolean {
  const stop = /[^\S\n]*(?:[.,;:!?)\n]|[-–—](?=\s))/y
  stop.lastIndex = at
  return stop.test(text)
}

/** What is left of a text when some of its words are taken out. */
export function textWithout(text: string, gone: readonly Word[]): string {
  const cuts = [...gone].sort((one, other) => one.from - other.from)
  const pieces = [...cuts, { from: text.length, to: text.length }].map((cut, at) =>
    text.slice(cuts[at - 1]?.to ?? 0, cut.from).replace(/^[\s:;,.#/=>)\]-]+|[\s:;,#/=>([-]+$/g, ''),
  )
  return pieces.filter(Boolean).join(' ')
}

function wordAt(written: string, from: number): Word {
  const typed = written.normalize('NFKC').toLowerCase()
  const word = typed.replace(/(\p{L})\1{2,}/gu, '$1')
  const might = [word, typed].map(commandsNear).find((commands) => commands.length > 0) ?? []
  const means = might.length === 1 ? might[0] : undefined
  return { typed, word, from, to: from + written.length, might, ...(means && { means }) }
}

function commandsNear(word: string): Command[] {
  const exact = commands.get(word) ?? commands.get(word.replace(/(\p{L})\1+/gu, '$1'))
  if (exact) return [exact]
  if (ordinary.has(word) || word.length < 2 || /\d/.test(word)) return []
  const near = nearest(word, forgiven, (meant) => (meant.length <= 4 ? 1 : 2))
  return [...new Set(near.flatMap(({ word: meant }) => commands.get(meant) ?? []))]
}

/** Where a command and a tracking ID, or NILAI and its number, were written on to each other; 0 where nothing was. */
function seam(written: string): number {
  const isCommand = (part: string) => commands.has(part.toLowerCase())
  if (/^\p{L}{4,}[1-5]$/u.test(written) && commandsNear(written.slice(0, -1).toLowerCase()).includes('rate')) {
    return written.length - 1
  }
  const [start, end] = [9, written.length - 9]
  if (end > 0 && parseTrackingId(written.slice(end)) && isCommand(written.slice(0, end))) return end
  return end > 0 && parseTrackingId(written.slice(0, start)) && isCommand(written.slice(start)) ? start : 0
}
