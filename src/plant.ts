import { seed, signIns, type SeedKind, type SignIns } from '../seeds/seed.ts'
import type { Now } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import type { Connections } from './platform/connections.ts'
import { makeDb } from './platform/db.ts'
import type { Log } from './platform/log.ts'
import { plantedKinds, recordPlanted } from './platform/planted.ts'

/**
 * Plants what LAPOR_SEED asks for, once: unset, the demonstration country goes into an empty database that is not
 * production's. A planting that was cut short is done again, so `seed` may be run over its own half.
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
    const fallback: SeedKind = planted.length === 0 && !config.production ? 'demo' : 'reference'
    const wanted = config.seed ?? fallback
    if (wanted !== 'none' && !planted.includes(wanted) && !planted.includes('demo')) {
      log.info({ seed: wanted }, 'planting')
      await seed(wanted, { owner, connections, config, now, log })
      await recordPlanted(owner, wanted, now())
      planted.push(wanted)
    }
    return planted.includes('demo') ? signIns(config) : undefined
  } finally {
    await owner.destroy()
  }
}
