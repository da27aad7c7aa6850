/** What the public reads in the place of what was taken out. */
export const redacted = '[disamarkan]'

/**
 * A text with each of `pieces` taken out wherever it stands, the longest where several begin; in one pass, so that what is put in is
 * never taken out again. In other letters, large or small, only where it stands by itself. The text itself is kept elsewhere.
 * @param isWhole only where a piece stands by itself, for a program that found it: `Ana` is no part of `bencana`
 */
export function redact(text: string, pieces: readonly string[], isWhole = false): string {
  const longestFirst = [...pieces].filter(Boolean).sort((one, other) => other.length - one.length)
  if (longestFirst.length === 0) return text
  const any = longestFirst.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')
  const alone = text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu'))
  const found = [...(isWhole ? [] : text.matchAll(new RegExp(any, 'gu'))), ...alone]
  let shown = ''
  let end = 0
  for (const { 0: said, index } of found.sort((one, other) => one.index - other.index)) {
    if (index >= end) shown += text.slice(end, index) + redacted
    end = Math.max(end, index + said.length)
  }
  return shown + text.slice(end)
}
