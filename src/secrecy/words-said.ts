import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import { writtenId } from '../report/tracking-id.ts'

/**
 * What offices and the desk said on a report to its reporter or to everybody. Who is merged into it stands below these words from then
 * on, so they are looked at as if they were said about that report. Nothing of a report that this transaction may not read.
 * @param trackingId in any writing
 */
export async function wordsSaid(tx: Tx, keeper: Keeper, trackingId: string): Promise<string> {
  const events = await tx
    .selectFrom('casework.event as e')
    .innerJoin('casework.report as r', 'r.id', 'e.report_id')
    .select(['r.id', 'e.text'])
    .where('r.tracking_id', '=', writtenId(trackingId))
    .where('e.actor_role', 'not in', ['reporter', 'system'])
    .where('e.audience', '<>', 'office')
    .where('e.text', 'is not', null)
    .orderBy('e.seq')
    .execute()
  return events.map(({ id, ...event }) => openWords(keeper, id, event, ['text']).text).join('\n')
}
