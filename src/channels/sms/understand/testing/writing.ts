import fc from 'fast-check'
import { ordinary } from '../words.ts'

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const slips = ['beside', 'swap', 'drop', 'double'] as const

/**
 * A form with up to two letters of its `{command}` words typed wrong: one in a word of three or four letters, none in a shorter one; and
 * never so that it is another word: who means STOP and writes "sop" has written that.
 */
export function mistyped(form: string): fc.Arbitrary<string> {
  const slip = fc.record({ what: fc.constantFrom(...slips), at: fc.nat(20), by: fc.nat(1) })
  return fc.array(slip, { maxLength: 2 }).map((slipping) => {
    let left = [...slipping]
    return form.replace(/\{(\w+)([^}]*)\}/g, (_, word: string, more: string) => {
      const may = word.length < 3 ? 0 : word.length < 5 ? 1 : 2
      const now = left.slice(0, may)
      left = left.slice(may)
      const typed = now.reduce((left, { what, at, by }) => typo(left, what, at % left.length, by), word)
      return (ordinary.has(typed.toLowerCase()) ? word : typed) + more
    })
  })
}

/** How it stands on the screen: capitals, a drawn-out word, stops and spaces around. */
export type Written = { voice: (words: string) => string; around: (text: string) => string }

export const written: fc.Arbitrary<Written> = fc
  .record({
    voice: fc.constantFrom('plain', 'plain', 'capital', 'drawn out'),
    end: fc.constantFrom('', '', '.', '!', ' ', '..', ' :)'),
    start: fc.constantFrom('', '', '', ' ', 'Pak, ', 'Halo. '),
  })
  .map(({ voice, end, start }) => ({
    voice: (words) => {
      if (voice === 'capital') return words.toUpperCase()
      return voice === 'plain'
        ? words
        : words.replace(/\b(ya|iya|oke|cek)\b/i, (word) => word + word.slice(-1).repeat(3))
    },
    around: (text) => start + text + end,
  }))

function typo(word: string, what: (typeof slips)[number], at: number, by: number): string {
  const letter = word[at] ?? ''
  const [before, after] = [word.slice(0, at), word.slice(at + 1)]
  if (what === 'drop') return before + after
  if (what === 'double') return before + letter + letter + after
  if (what === 'swap') return at === 0 ? word : word.slice(0, at - 1) + letter + word[at - 1] + after
  return before + beside(letter, by) + after
}

function beside(letter: string, by: number): string {
  const row = rows.find((keys) => keys.includes(letter.toLowerCase())) ?? ''
  const at = row.indexOf(letter.toLowerCase())
  return row[by === 0 ? at - 1 : at + 1] ?? row[at - 1] ?? row[at + 1] ?? letter
}
