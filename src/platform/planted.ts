import { sql } from 'kysely'
import type { Db } from './db.ts'

/** Which seeds this database holds, and as `… begun` those whose planting started. */
export async function plantedKinds(owner: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ kind: string }>`select kind from platform.seed`.execute(owner)
  return new Set(rows.map(({ kind }) => kind))
}

/** Plants and writes down that it began and that it ended, so that what was cut short is recognised and completed. */
export async function recordPlanting(owner: Db, kind: string, now: Date, planting: () => Promise<void>): Promise<void> {
  await record(owner, `${kind} begun`, now)
  await planting()
  await record(owner, kind, now)
}

async function record(owner: Db, kind: string, now: Date) {
  await sql`insert into platform.seed values (${kind}, ${now}) on conflict do nothing`.execute(owner)
}
