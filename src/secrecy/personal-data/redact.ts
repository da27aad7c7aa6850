import { inAnyCase } from '../../platform/in-any-case.ts'

/** What the public reads in the place of what was taken out. */
export const redacted = '[disamarkan]'

/**
 * A text with each of `pieces` taken out wherever it stands, the longest where several begin; in one pass, so that what is put in is
 * never taken out again. In other capitals and over other spaces a piece counts as a word of its own alone, so that a short name
 * does not tear holes into longer words. The text itself is kept elsewhere.
 * @param isWhole only where a piece stands by itself, for a program that found it: `Ana` is no part of `bencana`
 */
export function redact(text: string, pieces: readonly string[], isWhole = false): string {
  const way = wayTo(pieces, isWhole)
  return way ? text.replace(way, redacted) : text
}

/** From where to where that takes something out: in characters (code points), the last not included. */
export function stretchesOf(text: string, pieces: readonly string[]): [from: number, to: number][] {
  const way = wayTo(pieces, false)
  const found = way ? [...text.matchAll(way)] : []
  return found.map(({ index, 0: piece }) => {
    const from = Array.from(text.slice(0, index)).length
    return [from, from + [...piece].length]
  })
}

/** Matches each of them; undefined where there are none. */
function wayTo(pieces: readonly string[], isWhole: boolean): RegExp | undefined {
  const longestFirst = pieces.filter(Boolean).sort((one, other) => other.length - one.length)
  if (longestFirst.length === 0) return undefined
  const ways = longestFirst.flatMap((piece) => {
    const plain = piece.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
    const anyhow = inAnyCase(plain).replace(/\s+/g, String.raw`\s+`)
    const alone = String.raw`(?<![\p{L}\p{M}\p{N}])${anyhow}(?![\p{L}\p{M}\p{N}])`
    return isWhole ? [alone] : [plain, alone]
  })
  return new RegExp(ways.join('|'), 'gu')
}
