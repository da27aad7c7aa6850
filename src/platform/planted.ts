import { sql } from 'kysely'
import type { Db } from './db.ts'

/** Which seeds this database already holds. */
export async function plantedKinds(owner: Db): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`select kind from platform.seed`.execute(owner)
  return rows.map(({ kind }) => kind)
}

export async function recordPlanted(owner: Db, kind: string, now: Date): Promise<void> {
  await sql`insert into platform.seed values (${kind}, ${now}) on conflict do nothing`.execute(owner)
}
