/** What the public reads in the place of what was taken out. */
export const redacted = '[disamarkan]'

/**
 * A text with each of `pieces` taken out wherever it stands, the longest where several begin; in one pass, so that what is put in is
 * never taken out again. The text itself is kept elsewhere.
 * @param isWhole only where a piece stands by itself, for a program that found it: `Ana` is no part of `bencana`
 */
export function redact(text: string, pieces: readonly string[], isWhole = false): string {
  const longestFirst = [...pieces].filter(Boolean).sort((one, other) => other.length - one.length)
  if (longestFirst.length === 0) return text
  const any = longestFirst.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')
  return text.replace(new RegExp(isWhole ? `(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])` : any, 'gu'), redacted)
}
