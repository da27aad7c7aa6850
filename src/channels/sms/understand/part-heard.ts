import type { Understood } from './understood.ts'

/**
 * UTF-16 units from the beginning in which commands, answers and announcements are looked for, a quarter of what a form takes: what stands
 * further on is told, and understood by nobody but a human. What understanding takes grows with the square of the words.
 */
export const longestHeard = 5_000
const longestWord = 200

/** The beginning of a message that is understood, whole words of it, and what follows, as it was written. */
export function partHeard(text: string): { heard: string; rest: string } {
  if (text.length <= longestHeard) return { heard: text, rest: '' }
  const near = longestHeard - longestWord
  const seam = text.slice(near, longestHeard).search(/\s\S*$/)
  const high = /[\uD800-\uDBFF]/.test(text[longestHeard - 1] ?? '')
  const at = seam >= 0 ? near + seam : longestHeard - (high ? 1 : 0)
  return { heard: text.slice(0, at), rest: text.slice(at) }
}

/**
 * What the beginning was understood as, with the rest told too. Whoever says more than we hear gives no command by it: `otherwise` stands for
 * that.
 */
export function withRest(understood: Understood, rest: string, otherwise: Understood): Understood {
  if (rest.trim() === '') return understood
  switch (understood.kind) {
    case 'file':
    case 'reply':
    case 'not_done':
      return { ...understood, text: understood.text + rest }
    case 'ask':
      return understood.also ? otherwise : understood
    default:
      return otherwise
  }
}
