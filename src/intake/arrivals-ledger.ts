import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Tx } from '../report/as.ts'
import { type Door, doors } from '../report/doors.ts'

/** What becomes of what arrived; `waiting`: nobody has understood it yet; `asked`: whoever wrote is asked what it is. */
export const arrivalOutcomes = [
  'waiting',
  'asked',
  'report',
  'reply',
  'command',
  'part',
  'quarantined',
  'refused',
] as const
export type ArrivalOutcome = (typeof arrivalOutcomes)[number]

/** One door's page of the ledger: everything received is one of the outcomes. */
export type DoorLedger = {
  door: Door
  /** Counted when it came, apart from what became of it. */
  received: number
  outcomes: Record<ArrivalOutcome, number>
  /** Received less all outcomes: 0, or something was lost, or came in beside the door. */
  difference: number
  /** Why a human has to look: it `failed` for an hour, or came from `no_number` that could be answered. */
  quarantined: { reason: string; count: number }[]
  /** Why others became nothing: `promotion`, `retweet`, `empty`. */
  refused: { reason: string; count: number }[]
}

/** Without an outcome: what was received. */
type Row = { door: Door; outcome: ArrivalOutcome | null; reason: string | null; n: number }

/**
 * Received = waiting + asked + reports + replies + commands + parts + quarantined + refused, of every door since its beginning, both sides
 * at one moment. Counts, and nothing of a person or a report.
 */
export async function arrivalsLedger(db: Db | Tx): Promise<DoorLedger[]> {
  const { rows } = await sql<Row>`
    select door, outcome, reason, n from identity.arrivals_ledger() order by door, n desc, reason`.execute(db)
  return [...new Set([...doors, ...rows.map(({ door }) => door)])].map((door) => {
    const own = rows.filter((row) => row.door === door)
    const sum = (some: readonly Row[]) => some.reduce((total, { n }) => total + n, 0)
    const became = own.filter(({ outcome }) => outcome !== null)
    const received = sum(own.filter(({ outcome }) => outcome === null))
    const outcomes = Object.fromEntries(
      arrivalOutcomes.map((outcome) => [outcome, sum(own.filter((row) => row.outcome === outcome))]),
    ) as DoorLedger['outcomes']
    const why = (which: ArrivalOutcome) =>
      own.flatMap(({ outcome, reason, n }) => (outcome === which ? [{ reason: reason ?? '', count: n }] : []))
    const difference = received - sum(became)
    return { door, received, outcomes, difference, quarantined: why('quarantined'), refused: why('refused') }
  })
}

/** How often messages that were there came again, by door: thanked for, and not among `received`. For those who run the place. */
export async function arrivalsRepeated(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ door: Door; n: number }>`select door, n from identity.arrivals_repeated()`.execute(db)
  return new Map(rows.map(({ door, n }) => [door, n]))
}
