import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/**
 * The planner's estimates of the tables an import fills. It keeps plans made for tables that were nearly empty, which then read a whole
 * table for one row; autovacuum sees to that a minute later, too late for an import. Call with how many more were written: whenever
 * twice as many have been, they are made anew.
 */
export function freshEstimates(owner: Db): (more: number) => Promise<void> {
  let written = 0
  let due = 200
  return async (more) => {
    written += more
    if (written < due) return
    due = written * 2
    await sql`analyze casework.report, casework.content, casework.event, publication.report`.execute(owner)
  }
}
