import { sql } from 'kysely'
import type { Keeper } from '../report/keeper.ts'
import type { Tx } from '../report/as.ts'
import type { Door } from '../report/doors.ts'

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
  /** Among all that wait; from 1. */
  place: number
}

/** Where a page of them ended. */
export type PlaceToLook = { arrivedAt: Date; id: string }

/** A page of them. `waiting`: how many there are on all pages; `next`: where the next page begins. */
export type LookList = { messages: ToLookAt[]; waiting: number; next?: PlaceToLook }

export type LookStep = 'file' | 'again' | 'dismiss'

/** Why a message is laid aside. */
export const dismissals = ['spam', 'no_content', 'known', 'test'] as const
export type Dismissal = (typeof dismissals)[number]

type Row = Omit<ToLookAt, 'words'> & { kept: string | null; waiting: number }

/** The oldest first; none for anybody but a verifier (migration 134). Where nothing is left behind `after`, from the beginning. */
export async function messagesToLookAt(tx: Tx, keeper: Keeper, limit: number, after?: PlaceToLook): Promise<LookList> {
  const { rows } = await sql<Row>`
    select id, door, reason, is_tried as "isTried", arrived_at as "arrivedAt", kept,
      names_report as "namesReport", is_shut as "isShut", last_step as "lastStep", place, waiting
    from identity.arrivals_to_look_at(${limit}, ${after?.arrivedAt ?? null}, ${after?.id ?? null})`.execute(tx)
  const last = rows.at(-1)
  if (!last && after) return messagesToLookAt(tx, keeper, limit)
  const messages = rows.map(({ kept, waiting: _all, ...row }) => ({
    ...row,
    words: kept === null ? undefined : keeper.open(row.id, kept),
  }))
  const isMore = last !== undefined && last.place < last.waiting
  return {
    messages,
    waiting: last?.waiting ?? 0,
    ...(isMore ? { next: { arrivedAt: last.arrivedAt, id: last.id } } : {}),
  }
}

/** @returns whether it was there to be decided; the worker then does it */
export async function lookAt(tx: Tx, id: string, step: LookStep, why: Dismissal | null, now: Date): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select identity.look_at_arrival(${id}, ${step}, ${why}, ${now}) as done`.execute(tx)
  return rows[0]?.done ?? false
}
