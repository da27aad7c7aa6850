import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'

/** One of those whom a report names, as written, and who we take that for; nothing while it is not settled. */
export type Understood = { named: string; kind?: string | null; unitId?: string | null }

/** Whom a report names, in order, as far as this actor may know. */
export async function understoodIn(tx: Tx, keeper: Keeper, reportId: string): Promise<Understood[]> {
  const rows = await tx
    .selectFrom('casework.accused')
    .select(['named', 'kind', 'unit_id as unitId'])
    .where('report_id', '=', reportId)
    .orderBy('position')
    .execute()
  return rows.map((row) => openWords(keeper, reportId, row, ['named']))
}
