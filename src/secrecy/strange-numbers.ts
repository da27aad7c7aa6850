import type { Tx } from '../report/as.ts'
import { anyOf, idsIn, type IdPlace, placesOfIds } from '../report/ids-in.ts'
import type { Found } from './before-publishing.ts'
import { type Find, withoutOverlaps } from './personal-data/find.ts'

/** Numbers of reports, of those in some texts, that everybody finds. */
export type KnownNumbers = ReadonlySet<string>

/**
 * Which numbers in these texts the public finds, and the report's own. Every other is strange, be it of a hidden report, of one that
 * nobody has forwarded, or of none: which of them, nobody is told, so that asking finds nothing out.
 */
export async function knownNumbers(tx: Tx, reportId: string, texts: readonly string[]): Promise<KnownNumbers> {
  const ids = texts.flatMap(idsIn)
  if (ids.length === 0) return new Set()
  const published = await tx
    .selectFrom('publication.report')
    .select('tracking_id')
    .where('tracking_id', '=', anyOf(ids))
    .execute()
  const own = await tx.selectFrom('casework.report').select('tracking_id').where('id', '=', reportId).executeTakeFirst()
  return new Set([...published, ...(own ? [own] : [])].map(({ tracking_id: id }) => id))
}

/** The strange numbers in a text, each as a find; what is one only together with a piece of a number that is known is none. */
export function findStrange(text: string, known: KnownNumbers): Find[] {
  const places = placesOfIds(text)
  const theirs = places.filter(({ id }) => known.has(id))
  const strange = places.filter((place) => !theirs.some((one) => overlap(one, place)))
  const whole = strange.filter((place) => isWhole(text, place))
  const rest = strange.filter((place) => !whole.some((one) => overlap(one, place)))
  return withoutOverlaps([...whole, ...rest].map(({ start, end }) => ({ kind: 'report', start, end })))
}

/** What was found in a text, and its strange numbers, each of them, in reading order. */
export function withNumbers(text: string, known: KnownNumbers, finds: readonly Find[]): Find[] {
  const strange = findStrange(text, known)
  return withoutOverlaps([...strange, ...finds.filter((find) => !strange.some((one) => overlap(one, find)))])
}

/** The strange numbers in these words; `path`: under which they stand. */
export async function strangeIn(tx: Tx, reportId: string, words: Readonly<Record<string, unknown>>): Promise<Found[]> {
  const texts = Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const all = texts.map(([, text]) => text)
  const known = await knownNumbers(tx, reportId, all)
  return texts.flatMap(([path, text]) => findStrange(text, known).map((find) => ({ path, ...find })))
}

type Place = Pick<IdPlace, 'start' | 'end'>

function overlap(one: Place, other: Place): boolean {
  return one.start < other.end && other.start < one.end
}

function isWhole(text: string, { start, end }: Place): boolean {
  return !/[\p{L}\p{N}]$/u.test(text.slice(0, start).slice(-2)) && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
}
