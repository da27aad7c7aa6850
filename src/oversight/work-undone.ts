import { sql } from 'kysely'
import { Gauge, type Registry } from 'prom-client'
import type { Db } from '../platform/db.ts'

/** `kind`: a topic of the outbox whose job fails again and again, or `erasure`; `hours`: since the oldest was asked for. */
export type WorkUndone = { kind: string; n: number; hours: number }

/** What was promised and is not done: counts, and nothing of a report. */
export async function workUndone(db: Db, now: Date): Promise<WorkUndone[]> {
  const { rows } = await sql<WorkUndone>`select kind, n, hours from identity.work_undone(${now})`.execute(db)
  return rows
}

/** Two lines for each kind; none while all is done. */
export function workGauges(registry: Registry) {
  const labels = { labelNames: ['kind'], registers: [registry] }
  const undone = new Gauge({
    name: 'lapor_work_undone',
    help: 'What was promised and is not done: jobs that failed five times and more, erasures older than ten minutes',
    ...labels,
  })
  const hours = new Gauge({
    name: 'lapor_work_undone_hours',
    help: 'Since the oldest of them was asked for, in hours',
    ...labels,
  })
  return (rows: readonly WorkUndone[]) => {
    undone.reset()
    hours.reset()
    for (const { kind, n, hours: since } of rows) {
      undone.set({ kind }, n)
      hours.set({ kind }, since)
    }
  }
}
