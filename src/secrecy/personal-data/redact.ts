/** What the public reads in the place of what was taken out. */
export const redacted = '[disamarkan]'

/** A text with each of `pieces` taken out wherever it stands, the longest first. The text itself is kept elsewhere. */
export function redact(text: string, pieces: readonly string[]): string {
  const longestFirst = [...pieces].filter(Boolean).sort((one, other) => other.length - one.length)
  return longestFirst.reduce((left, piece) => left.replaceAll(piece, redacted), text)
}
