import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../report/as.ts'
import { type Keeper, openWords } from '../report/keeper.ts'
import { type Ground, waitsHours } from './break-glass.ts'
import type { Opening } from './opening.ts'

/** `waiting`: nobody has decided yet; `lapsed`: nobody did in time; `open`: it holds now; `ended`: it held. */
export type OpeningState = 'waiting' | 'lapsed' | 'refused' | 'open' | 'ended'

/** A line of the ledger. Offices and roles for the reporter; the names on duty are for colleagues alone. */
export type LedgerLine = {
  reportId: string
  n: number
  what: Opening['what']
  ground: Ground
  reason: string
  askedBy: string
  askedRole: 'verifier' | 'supervisor'
  askedOffice: string | null
  askedAt: Date
  decision: 'approved' | 'refused' | null
  decidedRole: 'verifier' | 'supervisor' | null
  decidedOffice: string | null
  decidedAt: Date | null
  endsAt: Date | null
  /** Pages and pictures seen, and when the last of either was. */
  looks: number
  pictureLooks: number
  lastLook: Date | null
}

const columns = sql`o.report_id as "reportId", o.n, o.what, o.ground, o.reason, o.asked_by as "askedBy",
  o.asked_role as "askedRole", o.asked_office as "askedOffice", o.asked_at as "askedAt", o.decision,
  o.decided_role as "decidedRole", o.decided_office as "decidedOffice", o.decided_at as "decidedAt", o.ends_at as "endsAt",
  coalesce(k.looks, 0)::int as looks, coalesce(k.pictures, 0)::int as "pictureLooks", k.last as "lastLook"`
const looked = sql`left join lateral (
  select count(*) filter (where page <> 'picture') as looks, count(*) filter (where page = 'picture') as pictures, max(at) as last from casework.look
  where report_id = o.report_id and n = o.n) k on true`

/** Every opening of a report that was ever asked for, the latest first; as row-level security shows it. */
export async function readLedger(tx: Tx, keeper: Keeper, reportId: string): Promise<LedgerLine[]> {
  const { rows } = await sql<LedgerLine>`
    select ${columns} from casework.opening o ${looked} where o.report_id = ${reportId} order by o.n desc`.execute(tx)
  return rows.map((row) => openWords(keeper, row.reportId, row, ['reason']))
}

export type Request = LedgerLine & { trackingId: string; askedName: string | null }

/** Requests that wait for a decision, and those of this person that hold; the oldest first. */
export async function openRequests(tx: Tx, keeper: Keeper, accountId: string, now: Date): Promise<Request[]> {
  const since = new Date(now.getTime() - waitsHours * 3_600_000)
  return requests(
    tx,
    keeper,
    sql`(o.decision is null and o.asked_at > ${since}) or (o.asked_by = ${accountId} and o.ends_at > ${now})
      order by o.asked_at, o.report_id limit 200`,
  )
}

/** The same lines as the reporter's, for colleagues who may ask and decide. */
export async function requestsOf(tx: Tx, keeper: Keeper, reportId: string): Promise<Request[]> {
  return requests(tx, keeper, sql`o.report_id = ${reportId} order by o.n desc`)
}

async function requests(tx: Tx, keeper: Keeper, which: RawBuilder<unknown>): Promise<Request[]> {
  const { rows } = await sql<Request>`
    select ${columns}, r.tracking_id as "trackingId", a.display_name as "askedName"
    from casework.opening o join casework.report r on r.id = o.report_id
      left join identity.account a on a.id = o.asked_by ${looked} where ${which}`.execute(tx)
  return rows.map((row) => openWords(keeper, row.reportId, row, ['reason']))
}

/** Where an opening stands at `now`. */
export function stateOf({ decision, askedAt, endsAt }: LedgerLine, now: Date): OpeningState {
  if (decision === 'refused') return 'refused'
  if (endsAt) return now < endsAt ? 'open' : 'ended'
  return now.getTime() < askedAt.getTime() + waitsHours * 3_600_000 ? 'waiting' : 'lapsed'
}
