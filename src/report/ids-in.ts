import { sql } from 'kysely'
import { parseTrackingId } from './tracking-id.ts'

/** Nine symbols and what eyes take for them, with what people write between; at each place, for words may be glued to an ID. */
const looksLikeId = /(?=((?:[2-9B-DF-HJKMNP-TW-Z][\s\p{Pd}\p{Cf}._,:/]{0,3}){8}[2-9B-DF-HJKMNP-TW-Z]))/giu

/** An ID and where it stands: UTF-16 units; `end` is behind the last. */
export type IdPlace = { id: string; start: number; end: number }

/** Each place of a text where a tracking ID stands, however written. */
export function placesOfIds(text: string): IdPlace[] {
  const plain = text.replace(/[\uff01-\uff5e]/g, (wide) => wide.normalize('NFKC'))
  return [...plain.matchAll(looksLikeId)].flatMap(({ 1: written = '', index: start }) => {
    const id = parseTrackingId(written)
    return id ? [{ id, start, end: start + written.length }] : []
  })
}

/** The tracking IDs that stand somewhere in a text, however written. */
export function idsIn(text: string): string[] {
  return [...new Set(placesOfIds(text).map(({ id }) => id))]
}

/** Of these, however many they are: one parameter. `where('tracking_id', '=', anyOf(ids))` */
export function anyOf(ids: readonly string[]) {
  return sql<string>`any(${ids}::text[])`
}
