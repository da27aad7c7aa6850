import { distance } from 'fastest-levenshtein'

/** How many letters were typed wrong: one too many, one missing, another one, or two neighbours swapped each count as one. */
export function typos(typed: string, meant: string): number {
  return Math.min(distance(typed, meant), ...swaps(typed).map((swapped) => 1 + distance(swapped, meant)))
}

/** The only one of `words` with at most `most` typos, and nearer than all others; undefined when two are as near. */
export function nearest<Word extends string>(
  typed: string,
  words: readonly Word[],
  most: (word: Word) => number,
): { word: Word; typos: number } | undefined {
  const near = words
    .filter((word) => Math.abs(word.length - typed.length) <= most(word))
    .map((word) => ({ word, typos: typos(typed, word) }))
    .filter(({ word, typos }) => typos <= most(word))
    .sort((one, other) => one.typos - other.typos)
  return near[0]?.typos === near[1]?.typos ? undefined : near[0]
}

function swaps(text: string): string[] {
  return Array.from(
    { length: Math.max(0, text.length - 1) },
    (_, at) => text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2),
  )
}
