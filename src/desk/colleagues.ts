import type { Tx } from '../report/as.ts'
import type { Colleague } from './action.ts'

const most = 300

/** The officers of an agency's units, by their names on duty. */
export async function colleaguesOf(tx: Tx, agencyId: string): Promise<Colleague[]> {
  const rows = await tx
    .selectFrom('identity.account as a')
    .innerJoin('publication.agency as u', 'u.id', 'a.agency_id')
    .select(['a.id', 'a.display_name', 'u.id as unit_id'])
    .where('u.root_id', '=', agencyId)
    .where('a.role', '=', 'officer')
    .where('a.disabled_at', 'is', null)
    .orderBy('u.name')
    .orderBy('a.display_name')
    .limit(most)
    .execute()
  return rows.flatMap((row) => (row.display_name ? [{ id: row.id, name: row.display_name, unitId: row.unit_id }] : []))
}
