import { join } from 'node:path'
import { checkSigningKeys } from './audit/check-signing-keys.ts'
import type { Config } from './platform/config.ts'
import { makeClock } from './platform/clock.ts'
import type { Connections } from './platform/connections.ts'
import { type Db, makeDb } from './platform/db.ts'
import { onFreePort } from './platform/free-port.ts'
import { keepInstallation, openInstallation, type Installation } from './platform/installation.ts'
import { makeLog, type Log } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { tellingInLog } from './platform/postgres/telling-in-log.ts'
import { settingsFor } from './platform/process-settings.ts'
import { root } from './platform/root.ts'
import { refuseHalfRestored } from './platform/restoring.ts'
import { stopSignal } from './platform/stop-signals.ts'
import { supervise, type Supervised } from './platform/supervise.ts'
import { checkKeys } from './secrecy/keys/check-keys.ts'
import { holdsNoPair, sealPair } from './secrecy/keys/seal-pair.ts'
import { linkOlder } from './secrecy/link-older.ts'
import { keysForWeb, readKeys } from './secrecy/installation-keys.ts'
import { plant } from './plant.ts'
import { welcome } from './welcome.ts'

/**
 * Runs the product until it is asked to stop: database, migrations, seed, then web and worker as processes of their own
 * that know only their own role's door.
 * @throws Explained when something outside is not as it must be
 */
export async function serve(given: Config): Promise<void> {
  const config = given.port === 0 ? await onFreePort(given) : given
  const log = makeLog(config, 'launcher')
  const asked = stopSignal()
  const installation = await openInstallation(config)
  const children: Supervised[] = []
  try {
    const prepared = await unlessAsked(asked, prepare(config, installation, log))
    if (!prepared) return
    keepInstallation(installation, config, log)
    for (const name of ['web', 'worker', 'sms'] as const)
      if (config.role === name || (config.role === 'all' && name !== 'sms'))
        children.push(supervise(name, join(root, 'dist', `${name}.js`), prepared.settings[name], log))
    const ready = await unlessAsked(asked, Promise.all(children.map((child) => child.ready)))
    if (ready) process.stdout.write(welcome(config, prepared.signIns))
    await asked
  } finally {
    await Promise.all(children.map((child) => child.stop()))
    await installation.release()
  }
}

/** Everything that must be true before anybody is let in. */
async function prepare(config: Config, { connections, passwordOf }: Installation, log: Log) {
  refuseHalfRestored(config.dataDir)
  const now = makeClock(config)
  const onApplied = (name: string) => log.info({ migration: name }, 'migrated')
  await migrate({ ownerUrl: connections.owner, passwordOf, now: now(), onApplied })
  await withOwner(connections, async (owner) => {
    await checkKeys(owner, config)
    // Pages sign no head, and open nothing that was sealed for the worker.
    if (holdsNoPair(config)) return
    await checkSigningKeys(owner, config)
    const keys = readKeys(keysForWeb(config), config)
    const linked = await linkOlder({ owner, keys, pair: sealPair(config) })
    if (linked > 0) log.info({ reports: linked }, 'accounts sealed')
  })
  if (config.databaseUrl) await warnOfItsLog(connections, log)
  const signIns = await plant(config, connections, now, log)
  return { signIns, settings: settingsFor(config, connections, keysForWeb(config)) }
}

/** A server that is not ours logs what its administrator wants; asking may fail where a replica is away, and stops no start. */
async function warnOfItsLog(connections: Connections, log: Log) {
  const telling = await tellingInLog(connections).catch(() => [])
  if (telling.length > 0)
    log.warn(
      { settings: telling },
      'the PostgreSQL server may log what people wrote; "lapor doctor" says how to set it',
    )
}

async function withOwner(connections: Connections, work: (owner: Db) => Promise<void>) {
  const owner = makeDb(connections.owner, { max: 1, name: 'lapor launcher' })
  await work(owner).finally(() => owner.destroy())
}

/** What `work` gives, or undefined when we are asked to stop first; what it was doing is completed at the next start. */
function unlessAsked<T>(asked: Promise<unknown>, work: Promise<T>): Promise<T | undefined> {
  work.catch(() => {})
  return Promise.race([work, asked.then(() => undefined)])
}
