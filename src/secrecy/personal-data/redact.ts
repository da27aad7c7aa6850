/** What the public reads in the place of what was taken out. */
export const redacted = '[disamarkan]'

/**
 * A text with each of `pieces` taken out wherever it stands, the longest where several begin; in one pass, so that what is put in is
 * never taken out again. The text itself is kept elsewhere.
 */
export function redact(text: string, pieces: readonly string[]): string {
  const longestFirst = [...pieces].filter(Boolean).sort((one, other) => other.length - one.length)
  if (longestFirst.length === 0) return text
  return text.replace(
    new RegExp(longestFirst.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'g'),
    redacted,
  )
}
