import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Tx } from '../report/as.ts'

/** `unheld`: no process of ours says anything of it. */
export const lineStates = ['bound', 'throttled', 'connecting', 'down', 'unheld'] as const
export type LineState = (typeof lineStates)[number]

/** One connection to an operator, or an HTTP gateway that something was tried through, and how it is. */
export type GatewayLine = {
  gateway: string
  line: 'transceiver' | 'transmitter' | 'receiver' | 'http' | null
  state: LineState
  since: Date | null
  /** A word of ours or a status of SMPP. */
  reason: string | null
}

/** What became of SMS, by gateway: counts. */
export type Deliveries = { gateway: string; delivery: string; count: number }[]

/** Whoever holds the binds says every ten seconds how they are. */
const silentMs = 45_000

type Row = Omit<GatewayLine, 'state'> & { state: LineState | null; seen_at: Date | null }

/** How every gateway is. Nothing of a message or a person. */
export async function gatewayLines(db: Db | Tx, now: Date): Promise<GatewayLine[]> {
  const { rows } = await sql<Row>`
    select name as gateway, line, state, since, reason, seen_at from identity.gateway_states() where kind = 'smpp' or line = 'http'
    order by name, line`.execute(db)
  return rows.map(({ seen_at, state, ...row }) => {
    // Of an HTTP gateway something is said when something is tried.
    const isFresh = row.line === 'http' || (seen_at && now.getTime() - seen_at.getTime() <= silentMs)
    const isSaid = state && isFresh
    return isSaid ? { ...row, state } : { ...row, state: 'unheld', since: seen_at, reason: null }
  })
}

export async function smsDeliveries(db: Db | Tx): Promise<Deliveries> {
  const { rows } = await sql<Deliveries[number]>`
    select gateway, delivery, n as count from identity.sms_deliveries() where gateway is not null order by 1, 2`.execute(
    db,
  )
  return rows
}
