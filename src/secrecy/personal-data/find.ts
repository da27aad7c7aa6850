/**
 * What a find could be; `handle` and any `address` but the writer's own are looked for only in what leaves about a hidden report, `report` is the
 * number of one that the public does not find (strange-numbers.ts).
 */
export type PersonalKind = 'nik' | 'phone' | 'email' | 'plate' | 'account' | 'name' | 'address' | 'handle' | 'report'

/** A piece of a text that could point at a private person. Places in UTF-16 units; `end` is behind the last. */
export type Find = { kind: PersonalKind; start: number; end: number }

/** Every match of an expression as a find: its group `it` where it has one. @param pattern with flags g and d */
export function findsOf(
  text: string,
  kind: PersonalKind,
  pattern: RegExp,
  isIt: (found: string) => boolean = () => true,
) {
  const finds: Find[] = []
  const plain = asUsual(text)
  for (const match of plain.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.it ?? [match.index, match.index + match[0].length]
    if (isIt(plain.slice(start, end))) finds.push({ kind, start, end })
  }
  return finds
}

/** Letters and digits of full width as everybody writes them; every place stays where it is. */
export function asUsual(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => wide.normalize('NFKC'))
}

/** In reading order, each place told once: what began earlier, or is longer, stays. */
export function withoutOverlaps(finds: readonly Find[]): Find[] {
  const kept: Find[] = []
  for (const find of [...finds].sort((one, other) => one.start - other.start || other.end - one.end))
    if (find.start >= (kept.at(-1)?.end ?? 0)) kept.push(find)
  return kept
}
