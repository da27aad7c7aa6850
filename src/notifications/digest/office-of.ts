import type { Tx } from '../../report/as.ts'
import { nationalDesk } from '../../report/clocks/clocks.ts'
import type { Zone } from '../../report/clocks/day.ts'

/** The office of an officer, null for who has none, and the zone in which their morning begins. */
export async function officeOf(tx: Tx, accountId: string): Promise<{ agency_id: string | null; zone: Zone }> {
  const { agency_id, zone } = await tx
    .selectFrom('identity.account as a')
    .leftJoin('publication.agency as g', 'g.id', 'a.agency_id')
    .select(['a.agency_id', 'g.zone'])
    .where('a.id', '=', accountId)
    .executeTakeFirstOrThrow()
  return { agency_id, zone: zone ?? nationalDesk.zone }
}
