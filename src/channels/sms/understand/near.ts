import { distance } from 'fastest-levenshtein'

/** How many letters were typed wrong: one too many, one missing, another one, or (up to twice) two neighbours swapped each count as one. */
export function typos(typed: string, meant: string, swapped = 2): number {
  const apart = distance(typed, meant)
  if (apart < 2 || apart > 2 * swapped) return apart
  const nearer = swaps(typed).filter((other) => distance(other, meant) < apart)
  return Math.min(apart, ...nearer.map((other) => 1 + typos(other, meant, swapped - 1)))
}

/** Those of `words` with at most `most` typos that are nearest; several when they are as near as each other. */
export function nearest<Word extends string>(
  typed: string,
  words: readonly Word[],
  most: (word: Word) => number,
): { word: Word; typos: number }[] {
  const near = words
    .filter((word) => Math.abs(word.length - typed.length) <= most(word))
    .map((word) => ({ word, typos: typos(typed, word, most(word)) }))
    .filter(({ word, typos }) => typos <= most(word))
    .sort((one, other) => one.typos - other.typos)
  return near.filter(({ typos }) => typos === near[0]?.typos)
}

function swaps(text: string): string[] {
  return Array.from(
    { length: Math.max(0, text.length - 1) },
    (_, at) => text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2),
  )
}
