import { parseTrackingId } from './tracking-id.ts'

/** At each place, for words may be glued to an ID; no word is one, for there are no vowels in it. */
const looksLikeId = /(?=((?:[0-9A-Za-z][- .]?){8}[0-9A-Za-z]))/g

/** Letters of a message that are looked at, and IDs. */
const farthest = 20_000
const most = 20

/** The tracking IDs that stand somewhere in a text, however written. */
export function idsIn(text: string): string[] {
  const found = [...text.slice(0, farthest).matchAll(looksLikeId)].flatMap(([, id = '']) => parseTrackingId(id) ?? [])
  return [...new Set(found)].slice(0, most)
}
