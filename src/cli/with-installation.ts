import { checkSigningKeys } from '../audit/check-signing-keys.ts'
import { makeClock, type Now } from '../platform/clock.ts'
import { readConfig, type Config } from '../platform/config.ts'
import type { Connections } from '../platform/connections.ts'
import { makeDb, type Db } from '../platform/db.ts'
import { openExisting, openInstallation } from '../platform/installation.ts'
import { makeLog, type Log } from '../platform/log.ts'
import { migrate } from '../platform/migrate.ts'
import { refuseHalfRestored } from '../platform/restoring.ts'
import { checkKeys } from '../secrecy/keys/check-keys.ts'

export type CommandContext = { config: Config; connections: Connections; owner: Db; worker: Db; now: Now; log: Log }

/**
 * Runs a command on the migrated database, beside a running server or alone: the embedded database is started when nobody
 * has, and stopped again when nobody else uses it.
 * @param begins whether the command may make an installation where there is none
 * @param judgesHeads whether it says by itself whose key signed which head
 * @throws Explained when there is none and the command may not begin one
 */
export async function withInstallation<T>(
  work: (context: CommandContext) => Promise<T>,
  { begins = false, judgesHeads = false }: { begins?: boolean; judgesHeads?: boolean } = {},
): Promise<T> {
  const config = readConfig(process.env)
  const log = makeLog(config, 'command')
  const now = makeClock(config)
  refuseHalfRestored(config.dataDir)
  const { connections, passwordOf, release } = await (begins ? openInstallation : openExisting)(config)
  const owner = makeDb(connections.owner, { max: 4, log, name: 'lapor command' })
  const worker = makeDb(connections.worker, { max: 4, log, name: 'lapor command' })
  try {
    await migrate({ ownerUrl: connections.owner, passwordOf, now: now() })
    await checkKeys(owner, config)
    await checkSigningKeys(owner, config, { judgesHeads })
    return await work({ config, connections, owner, worker, now, log })
  } finally {
    await Promise.all([owner.destroy(), worker.destroy()])
    await release()
  }
}
