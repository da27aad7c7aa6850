import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import { writtenId } from '../report/tracking-id.ts'
import { wordsAboutWho } from './words-about-who.ts'

/**
 * What offices and the desk said on a report to its reporter or to everybody. Who is merged into it stands below these words from then
 * on, so they are looked at as if they were said about that report; but not those that its reporter took back, which no office reads any
 * more. Nothing of a report that this transaction may not read.
 * @param trackingId in any writing
 */
export async function wordsSaid(tx: Tx, keeper: Keeper, trackingId: string): Promise<string> {
  const events = await tx
    .selectFrom('casework.event as e')
    .innerJoin('casework.report as r', 'r.id', 'e.report_id')
    .select(['r.id', 'e.seq', 'e.actor_role', 'e.audience', 'e.text', 'e.data'])
    .where('r.tracking_id', '=', writtenId(trackingId))
    .orderBy('e.seq')
    .execute()
  const taken = wordsAboutWho(events)
  return events
    .filter(({ actor_role, audience }) => !['reporter', 'system'].includes(actor_role) && audience !== 'office')
    .filter(({ seq, text }) => text !== null && !taken.has(seq))
    .map(({ id, text }) => openWords(keeper, id, { text }, ['text']).text)
    .join('\n')
}
