import { has, placesOf, type Span, type Token } from './wish-tokens.ts'
import type { Sense } from './wish-words.ts'

/** Where something is forbidden or not wanted: "jangan", "tidak mau", "mohon … tidak"; never "jangan hanya", "kenapa tidak". */
export function refusalsIn(tokens: readonly Token[]): Span[] {
  if (tokens.some((_, at) => has(tokens, at, 'why'))) return []
  return tokens.flatMap((_, at) => {
    if (has(tokens, at + 1, 'only')) return []
    if (has(tokens, at, 'never')) return [{ from: at, to: at }]
    if (!has(tokens, at, 'not')) return []
    if (has(tokens, at + 1, 'want')) return [{ from: at, to: at + 1 }]
    if (has(tokens, at - 1, 'want') && !has(tokens, at - 1, 'fill')) return [{ from: at - 1, to: at }]
    const asked = askedBefore(tokens, at)
    return asked === undefined ? [] : [{ from: asked, to: at }]
  })
}

/** "mohon agar nama saya tidak …", "nama saya dirahasiakan dan laporan tidak …": nothing between but what it is about. */
function askedBefore(tokens: readonly Token[], at: number): number | undefined {
  for (let before = at - 1; before >= Math.max(0, at - 7); before -= 1) {
    if (has(tokens, before, 'ask', 'hide')) return before
    if (!has(tokens, before, 'fill', 'and', 'self', 'own', 'detail', 'whose', 'kind', 'all', 'want')) return undefined
  }
  return undefined
}

/** "rahasiakan", or "keep … private". */
export function hides(tokens: readonly Token[], at: number, ...or: Sense[]): boolean {
  const isKept = has(tokens, at, 'quiet') && placesOf(tokens, at - 6, at, 'keep').length > 0
  return isKept || has(tokens, at, 'hide', ...or)
}
