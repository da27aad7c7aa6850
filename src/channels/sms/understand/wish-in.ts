import { readWords } from './read-words.ts'
import type { Secrecy } from './understood.ts'
import { calledSecret } from './words.ts'

/** In so many first words a wish stands in front. */
const wishWords = 3
/** Letters in which they are looked for. */
const farthest = 2_000

/** RAHASIA or ANONIM at the beginning, beside an office's keyword or alone: rather hidden once too often than not. */
export function wishIn(text: string): Secrecy | undefined {
  return wishesInFront(text)[0]
}

/** Both of them, where both stand there. */
export function wishesInFront(text: string): Secrecy[] {
  const words = readWords(text.trimStart().slice(0, farthest))
  const first = words.slice(0, wishWords).filter((_, at) => !calledSecret.has(words[at + 1]?.word ?? ''))
  return (['confidential', 'anonymous'] as const).filter((wish) => first.some(({ might }) => might.includes(wish)))
}
