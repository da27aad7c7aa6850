import { sql } from 'kysely'
import type { Db } from '../platform/db.ts'
import { system } from './actor.ts'
import type { ReportRow, Step } from './move.ts'
import { prepareMove } from './prepare-move.ts'
import type { Rules } from './rules.ts'

/**
 * Move a report as the system, in one round trip and a transaction of its own: for sweeps with a hundred thousand to do.
 * What was derived from `report` holds, because the database records it only when the report has not moved since it was read.
 * @param db role lapor_worker
 * @returns false when somebody has moved it, or is moving it now: then it was not for us to do
 * @throws MoveRefused when a rule says no
 */
export async function moveAsSeen(db: Db, report: ReportRow, step: Step, rules: Rules, now: Date): Promise<boolean> {
  const { recorded } = prepareMove(report, system, step, rules, now)
  const { rows } = await sql<{ seq: number | null }>`
    select casework.record_move_as_seen(${report.id}, ${report.last_seq}, ${recorded}) as seq`.execute(db)
  return typeof rows[0]?.seq === 'number'
}
