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
import { holdsNoPair, refuseWithoutPair } from '../secrecy/keys/seal-pair.ts'

export type CommandContext = { config: Config; connections: Connections; owner: Db; worker: Db; now: Now; log: Log }

type Needs = { begins?: boolean; judgesHeads?: boolean; besidePages?: boolean }

/**
 * Runs a command on the migrated database, beside a running server or alone: the embedded database is started when nobody
 * has, and stopped again when nobody else uses it.
 * @param begins whether the command may make an installation where there is none
 * @param judgesHeads whether it says by itself whose key signed which head
 * @param besidePages whether it can do its work where pages run alone, with nothing that opens or signs
 * @throws Explained when there is none and the command may not begin one
 */
export async function withInstallation<T>(
  work: (context: CommandContext) => Promise<T>,
  { begins = false, judgesHeads = false, besidePages = false }: Needs = {},
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
    if (!holdsNoPair(config)) await checkSigningKeys(owner, config, { judgesHeads })
    else if (!besidePages) refuseWithoutPair()
    return await work({ config, connections, owner, worker, now, log })
  } finally {
    await Promise.all([owner.destroy(), worker.destroy()])
    await release()
  }
}
