import { sql } from 'kysely'
import type { Keeper } from '../report/keeper.ts'
import type { Tx } from '../report/as.ts'
import type { Door } from './arrivals-ledger.ts'

/** A message that a human has to look at. Of its sender nothing is known here. */
export type ToLookAt = {
  id: string
  door: Door
  /** `unread`, `failed`, `flood`, `unsure`: why. */
  reason: string
  /** It is still tried again by itself. */
  isTried: boolean
  arrivedAt: Date
  /** Undefined until the worker has opened it, within a minute; '' where there are none to be opened. */
  words: string | undefined
  /** It belongs to a report: it is no report of its own, and can only be tried again. */
  namesReport: boolean
  /** That report may not be read by whoever asks: nor may the words. */
  isShut: boolean
  lastStep: LookStep | null
}

export type LookStep = 'file' | 'again' | 'dismiss'

/** Why a message is laid aside. */
export const dismissals = ['spam', 'no_content', 'known', 'test'] as const
export type Dismissal = (typeof dismissals)[number]

type Row = Omit<ToLookAt, 'words'> & { kept: string | null }

/** The oldest first; none for anybody but a verifier (migration 106). */
export async function messagesToLookAt(tx: Tx, keeper: Keeper, limit: number): Promise<ToLookAt[]> {
  const { rows } = await sql<Row>`
    select id, door, reason, is_tried as "isTried", arrived_at as "arrivedAt", kept,
      names_report as "namesReport", is_shut as "isShut", last_step as "lastStep"
    from identity.arrivals_to_look_at(${limit})`.execute(tx)
  return rows.map(({ kept, ...row }) => ({ ...row, words: kept === null ? undefined : keeper.open(row.id, kept) }))
}

/** @returns whether it was there to be decided; the worker then does it */
export async function lookAt(tx: Tx, id: string, step: LookStep, why: Dismissal | null, now: Date): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select identity.look_at_arrival(${id}, ${step}, ${why}, ${now}) as done`.execute(tx)
  return rows[0]?.done ?? false
}
