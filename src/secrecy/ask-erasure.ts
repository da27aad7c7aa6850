import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import type { Actor } from '../report/actor.ts'
import type { Tx } from '../report/as.ts'
import { lockReport } from '../report/move.ts'
import { MoveRefused } from '../report/refusals.ts'
import { timeKept } from '../report/time-kept.ts'
import { deriveReportKey, hashReportKey } from './report-key.ts'

/** `identity`: who filed it, at any time. `all`: of a report that is over, with its words and pictures; those of one that was public stay. */
export const erasable = ['identity', 'all'] as const
export type Erasable = (typeof erasable)[number]

/** `key`: the only way back from now on, where an account led to the report before. */
export type Erasure = { what: Erasable; key?: string }

/** How long the same request is answered as it was the first time. */
const askedAgainMs = 24 * 3_600_000

/**
 * The key that a request to erase brings, the same whenever it is sent again.
 * @param by who asks: their account, or the key that they offer. Without it nobody repeats the request in their place
 * @param once of this request alone and random: who knew the account and the secret could tell which report was theirs
 */
export function keyAfterErasure(secret: Uint8Array, { by, once }: { by: string; once: string }, trackingId: string) {
  return deriveReportKey(secret, JSON.stringify(['after erasure', by, once]), trackingId)
}

/**
 * Have a report's traces erased (hapus jejak): asked by its reporter, who has confirmed it; done by the worker at once. From the
 * moment this commits no account leads to it, and after `all` no key either.
 * @param key the one that may become the only way back; without it a random one
 * @throws ReportNotFound · MoveRefused `not_allowed` while it is not over
 */
export async function askErasure(
  tx: Tx,
  actor: Actor,
  reportId: string,
  what: Erasable,
  now: Date,
  key = deriveReportKey(randomBytes(32), 'after erasure', reportId),
): Promise<Erasure> {
  const report = await lockReport(tx, reportId)
  if (actor.role !== 'reporter' || !mayErase(report.stage, what)) throw new MoveRefused('not_allowed', report.stage, [])
  const at = timeKept(report, now)
  const hash = hashReportKey(key)
  const { rows } = await sql<{ given: boolean }>`
    select identity.ask_erasure(${reportId}, ${what}, ${hash}, ${at}) as given`.execute(tx)
  // The same request may have come in beside this one, and was first.
  if (!rows[0]?.given) return (await askedErasure(tx, report.tracking_id, key, now)) ?? { what }
  return { what, key }
}

/** What the request that brought this key was answered, within a day; undefined when there was none. */
export async function askedErasure(
  db: Db | Tx,
  trackingId: string,
  key: string,
  now: Date,
): Promise<Erasure | undefined> {
  const since = new Date(now.getTime() - askedAgainMs)
  const { rows } = await sql<{ what: Erasable; opens: boolean }>`
    select * from identity.asked_erasure(${trackingId}, ${hashReportKey(key)}, ${since})`.execute(db)
  return rows[0] && { what: rows[0].what, ...(rows[0].opens ? { key } : {}) }
}

export function mayErase(stage: string, what: Erasable): boolean {
  return what === 'identity' || stage === 'closed' || stage === 'archived' || stage === 'withdrawn'
}
