import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { idsIn } from '../report/ids-in.ts'
import type { Care } from './before-publishing.ts'

/**
 * How a reporter's words are looked at that may name another report: a number that the public does not find is for the parties alone, be
 * it of a hidden report, of one that nobody has forwarded, or of none. Which of them, nobody is told. What was shown and meant so stays.
 */
export async function carefulOfNumbers(
  tx: Tx,
  actor: Actor,
  reportId: string,
  text: string,
  care?: Care,
): Promise<Care | undefined> {
  if (actor.role !== 'reporter' || care === 'sure' || care === 'parties') return care
  const ids = idsIn(text)
  if (ids.length === 0) return care
  const published = await tx
    .selectFrom('publication.report')
    .select('tracking_id')
    .where('tracking_id', 'in', ids)
    .execute()
  const own = await tx.selectFrom('casework.report').select('tracking_id').where('id', '=', reportId).executeTakeFirst()
  const known = new Set([...published, ...(own ? [own] : [])].map(({ tracking_id: id }) => id))
  return ids.every((id) => known.has(id)) ? care : 'parties'
}
