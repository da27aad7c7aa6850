import { sql } from 'kysely'
import { seed, signIns, type SeedContext, type SeedKind, type SignIns } from '../seeds/seed.ts'
import type { Now } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Connections } from './platform/connections.ts'
import { makeDb, type Db } from './platform/db.ts'
import type { Log } from './platform/log.ts'
import { plantedKinds, recordPlanting } from './platform/planted.ts'

/**
 * Plants what LAPOR_SEED asks for, once. Unset: the demonstration country goes into an empty database that is not
 * production's, and the reference facts into any other. A planting that was cut short is completed.
 * @returns the demonstration's sign-ins, when its people live here
 */
export async function plant(
  config: Config,
  connections: Connections,
  now: Now,
  log: Log,
): Promise<SignIns | undefined> {
  const owner = makeDb(connections.owner, { max: 2, log, name: 'lapor seed' })
  try {
    const planted = await plantedKinds(owner)
    const kind = config.seed ?? (await fallback(owner, planted, config.production))
    if (kind !== 'none' && !planted.has(kind) && !planted.has('demo')) {
      log.info({ seed: kind }, 'planting')
      await plantKind(kind, { owner, connections, config, now, log })
      return kind === 'demo' ? signIns(config) : undefined
    }
    return planted.has('demo') ? signIns(config) : undefined
  } finally {
    await owner.destroy()
  }
}

/** An installation that a command begins has agencies, holidays and policies like one that was started; `none` is respected. */
export async function plantReference(context: SeedContext): Promise<void> {
  const planted = await plantedKinds(context.owner)
  if (planted.size === 0 && context.config.seed !== 'none') await plantKind('reference', context)
}

/** Plants one kind and writes it down; also what `bin/lapor seed` does. */
export function plantKind(kind: SeedKind, context: SeedContext): Promise<void> {
  return recordPlanting(context.owner, kind, context.now(), () => seed(kind, context))
}

async function fallback(owner: Db, planted: ReadonlySet<string>, production: boolean): Promise<SeedKind> {
  if (planted.has('demo begun')) return 'demo'
  const { rows } = await sql<{ filled: boolean }>`select exists (select from casework.report) as filled`.execute(owner)
  return planted.size === 0 && !rows[0]?.filled && !production ? 'demo' : 'reference'
}
