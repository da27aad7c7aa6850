import type { Find } from './find.ts'
import { redact, redacted } from './redact.ts'

/**
 * The pieces that made `edited` of `whole`, so that each can be put back; undefined where it was also edited otherwise, and nothing
 * can be told of single pieces. Of two side by side ("Ibu Yosefina 0812…") only `found` tells where one ends.
 * @param found what points at somebody in `whole`
 */
export function takenOut(whole: string, edited: string, found: readonly Find[] = []): string[] | undefined {
  const pieces: string[] = []
  const [first = '', ...rest] = edited.split(redacted)
  let from = first.length
  for (const [at, kept] of rest.entries()) {
    const isLast = at === rest.length - 1
    const ending = found.find(({ start, end }) => start === from && whole.startsWith(kept, end))?.end
    const to = isLast ? whole.length - kept.length : (ending ?? whole.indexOf(kept, from + 1))
    if (to <= from) return undefined
    pieces.push(whole.slice(from, to))
    from = to + kept.length
  }
  return redact(whole, pieces) === edited ? [...new Set(pieces)] : undefined
}
