import { createHash } from 'node:crypto'

/** Stands for exactly what a page showed before it is published: the form carries it, and anything else in between is another. */
export function printOf(shown: Readonly<Record<string, unknown>>): string {
  const seen = JSON.stringify(Object.entries(shown).sort())
  return createHash('sha256').update(seen).digest('base64url').slice(0, 22)
}
