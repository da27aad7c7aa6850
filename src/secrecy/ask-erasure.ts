import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
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

/**
 * Have a report's traces erased (hapus jejak): asked by its reporter, who has confirmed it; done by the worker at once. From the
 * moment this commits no account leads to it, and after `all` no key either.
 * @throws ReportNotFound · MoveRefused `not_allowed` while it is not over
 */
export async function askErasure(tx: Tx, actor: Actor, reportId: string, what: Erasable, now: Date): Promise<Erasure> {
  const report = await lockReport(tx, reportId)
  if (actor.role !== 'reporter' || !mayErase(report.stage, what)) throw new MoveRefused('not_allowed', report.stage, [])
  const key = deriveReportKey(randomBytes(32), 'after erasure', reportId)
  const at = timeKept(report, now)
  const { rows } = await sql<{ given: boolean }>`
    select identity.ask_erasure(${reportId}, ${what}, ${hashReportKey(key)}, ${at}) as given`.execute(tx)
  return { what, ...(rows[0]?.given ? { key } : {}) }
}

export function mayErase(stage: string, what: Erasable): boolean {
  return what === 'identity' || stage === 'closed' || stage === 'archived' || stage === 'withdrawn'
}
