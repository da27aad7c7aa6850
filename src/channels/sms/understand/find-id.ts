import { parseTrackingId, plainSymbols } from '../../../report/tracking-id.ts'
import { typos } from './near.ts'
import type { Word } from './read-words.ts'
import type { OwnReport } from './understood.ts'

/**
 * A tracking ID in a message: the sender's own (one wrong symbol forgiven: nobody's few IDs are that near to each other),
 * somebody's, or what only looks like one.
 */
export type FoundId =
  | { whose: 'own'; report: OwnReport; words: Word[] }
  | { whose: 'other' | 'nobody'; id: string; words: Word[] }

const length = 9

/**
 * The first ID of a message, the sender's own before any other. Spaces and dashes inside are allowed. One ID in 46 has no digit: in
 * one piece it is no word, for it has no vowel; in pieces ("dgn tdk bsk") it is one behind a command.
 */
export function findId(words: readonly Word[], own: readonly OwnReport[]): FoundId | undefined {
  const runs = runsOf(words)
  for (const exact of [true, false]) {
    for (const run of runs) {
      const typed = plainSymbols(run.map(({ typed }) => typed).join(''))
      const meant = own.filter(({ trackingId }) => typos(typed, trackingId) <= (exact ? 0 : 1))
      if (meant.length === 1 && meant[0]) return { whose: 'own', report: meant[0], words: run }
    }
  }
  for (const run of runs) {
    const typed = run.map(({ typed }) => typed).join('')
    const id = parseTrackingId(typed)
    if (id && (run.length === 1 || (isInGroups(run) && (/\d/.test(typed) || isAfterCommand(words, run)))))
      return { whose: 'other', id, words: run }
  }
  const alike = words.find(({ typed }) => /^(?!lapor)(?=.*\d)[a-z\d]{7,11}$/.test(typed))
  return alike && { whose: 'nobody', id: alike.typed.toUpperCase(), words: [alike] }
}

/** Every run of neighbouring words that together are about as long as an ID. */
function runsOf(words: readonly Word[]): Word[][] {
  return words.flatMap((_, start) => {
    const runs: Word[][] = []
    let symbols = 0
    for (let end = start; end < words.length && symbols <= length; end++) {
      symbols += words[end]?.typed.length ?? 0
      if (Math.abs(symbols - length) <= 1) runs.push(words.slice(start, end + 1))
    }
    return runs
  })
}

function isInGroups(run: readonly Word[]): boolean {
  return run.every(({ typed }) => typed.length === 3) || run.every(({ typed }) => typed.length === 1)
}

function isAfterCommand(words: readonly Word[], [first]: readonly Word[]): boolean {
  return first !== undefined && words[words.indexOf(first) - 1]?.means !== undefined
}
