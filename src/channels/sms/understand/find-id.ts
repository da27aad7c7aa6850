import { parseTrackingId, plainSymbols } from '../../../report/tracking-id.ts'
import { typos } from './near.ts'
import type { Word } from './read-words.ts'
import type { OwnReport } from './understood.ts'
import { address, please, thanks } from './words.ts'

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
  const alike = words.find(({ typed }) => /^(?!lapor)(?=.*\d)[a-z\d]{7,11}$/.test(typed) && !isTwice(typed))
  const likely = alike ? [alike] : runs.find((run) => looksGrouped(run) && isNamed(words, run))
  return likely && { whose: 'nobody', id: likely.map(({ typed }) => typed.toUpperCase()).join(''), words: likely }
}

/** "bilang2", "dua2nya": a word said twice. */
function isTwice(typed: string): boolean {
  return /^(?=.*[aiueo])[a-z]+2(?:nya|an|kan|i)?$/.test(typed)
}

/** As our letters print it, though no number is so: letters and digits in threes, which are no words. "rt3 rw2 gg5" is an address. */
function looksGrouped(run: readonly Word[]): boolean {
  const typed = run.map(({ typed }) => typed).join('')
  return (
    run.every(
      ({ typed }) => /^[a-z\d]{3}$/.test(typed) && !/^(?:[a-z]*[aiueo][a-z]*|(?:rt|rw|no|gg|km|jl)\d)$/.test(typed),
    ) &&
    /\d/.test(typed) &&
    /[a-z]/.test(typed)
  )
}

/** Behind a command or "nomor", or beside nothing but commands. */
function isNamed(words: readonly Word[], run: readonly Word[]): boolean {
  const start = words.indexOf(run[0] as Word)
  const others = words.filter((word) => !run.includes(word) && !soft.has(word.word))
  const before = others.filter((word) => words.indexOf(word) < start)
  const isCalled = /^(?:laporan|aduan|nomor|nomer|no|id)$/.test(words[start - 1]?.word ?? '')
  return isCalled || others.every(isCommand) || (before.length > 0 && before.every(isCommand))
}

function isCommand({ word, means }: Word): boolean {
  return means !== undefined || /^\d$|^(?:cabut|batal|tarik)/.test(word)
}

const soft = new Set([...address, ...please, ...thanks])

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
