import { sql } from 'kysely'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import type { Keeper } from '../report/keeper.ts'
import { type DeskList, listReports } from './list-reports.ts'
import type { Cursor } from './desk-cursor.ts'

/** An office with answers overdue: how many, and the end of the oldest deadline. */
export type Lateness = { agencyId: string; overdue: number; oldest: Date }

export type Oversight = { late: Lateness[]; overdue: DeskList; bounced: DeskList }

const mostOffices = 100
const perPage = 30

/** What supervisors look after: answers overdue by office, and reports that offices pass around. Confidential ones without words. */
export async function readOversight(
  tx: Tx,
  actor: Actor,
  wish: { agencyId?: string; after?: Cursor; now: Date; keeper: Keeper },
): Promise<Oversight> {
  const { rows } = await sql<Lateness>`
    select r.agency_id as "agencyId", count(*)::int as overdue, min(r.due_at) as oldest
    from casework.report r
    where r.stage in ('forwarded', 'in_progress') and r.due_at <= ${wish.now}
    group by r.agency_id order by overdue desc, oldest limit ${mostOffices}`.execute(tx)
  return {
    late: rows,
    overdue: await listReports(tx, actor, { ...wish, shelf: 'overdue', limit: perPage }),
    bounced: await listReports(tx, actor, { shelf: 'bounced', limit: perPage, now: wish.now, keeper: wish.keeper }),
  }
}
