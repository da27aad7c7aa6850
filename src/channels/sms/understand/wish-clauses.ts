import { has, placesOf, type Span, type Token } from './wish-tokens.ts'

/**
 * Where in a sentence one wish ends and another begins: at a comma, "dan" and the like, and without either in "rahasiakan nama saya jangan
 * dipublikasikan", where a verb follows upon a wish that is whole.
 */
export function clausesOf(tokens: readonly Token[]): Span[] {
  const clauses: Span[] = []
  for (const at of tokens.keys()) {
    const last = clauses.at(-1)
    if (!last || tokens[at - 1]?.ends || has(tokens, at, 'and') || beginsAnother(tokens, last.from, at))
      clauses.push({ from: at, to: at })
    else last.to = at
  }
  return clauses
}

function beginsAnother(tokens: readonly Token[], from: number, at: number): boolean {
  const [refused] = placesOf(tokens, from, at, 'never')
  if (refused === undefined) return has(tokens, at, 'never') && placesOf(tokens, from, at, 'hide').length > 0
  return has(tokens, at, 'hide', 'never') && placesOf(tokens, refused + 1, at, 'spread', 'print').length > 0
}

/** Between commas. */
export function partsOf(tokens: readonly Token[]): Span[] {
  const ends = [...tokens.keys()].filter((at) => tokens[at]?.ends || at === tokens.length - 1)
  return ends.map((to, at) => ({ from: (ends[at - 1] ?? -1) + 1, to }))
}
