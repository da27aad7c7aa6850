import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from './config.ts'
import { connectionsFor, type Connections } from './connections.ts'
import { Explained } from './explained.ts'
import type { Log } from './log.ts'
import { withoutStatistics } from './postgres/without-statistics.ts'
import { holdServer, type Server } from './postgres/server.ts'
import { derivedPassword } from './secrets.ts'

/** The database of this installation, reachable: the embedded one is running as long as `release` was not called. */
export type Installation = {
  connections: Connections
  passwordOf: (login: string) => string
  /** Only with the embedded server. */
  server?: Server
  release(): Promise<void>
}

const database = 'lapor'
const owner = 'lapor'

/** Finds the database of DATABASE_URL, or starts the embedded one; it may still be empty (see `migrate`). */
export async function openInstallation(config: Config): Promise<Installation> {
  const passwordOf = (login: string) => derivedPassword(config.dataDir, 'database', login)
  if (config.databaseUrl) {
    const connections = connectionsFor(config.databaseUrl, passwordOf, config.databaseReadUrl)
    return { connections, passwordOf, release: async () => {} }
  }
  refuseMissingKey(config.dataDir)
  passwordOf(owner)
  const server = await holdServer(config.dataDir)
  await ensureOwnerDatabase(server, passwordOf(owner))
  const ownerUrl = server.url(database, owner, passwordOf(owner))
  const connections = connectionsFor(ownerUrl, passwordOf, config.databaseReadUrl)
  return { connections, passwordOf, server, release: () => server.release() }
}

/** A database whose key is gone lets nobody in: better said now, and no new key made. */
function refuseMissingKey(dataDir: string) {
  const key = join(dataDir, 'keys', 'database')
  if (existsSync(join(dataDir, 'pg')) && !existsSync(key))
    throw new Explained(
      `The key file ${key} is missing, and the database in ${dataDir} opens with it alone. Put it back from your copy of the keys folder.`,
    )
}

/**
 * Like `openInstallation`, for commands that look at what is there and must not begin something new.
 * @throws Explained when the data folder holds no database
 */
export async function openExisting(config: Config): Promise<Installation> {
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'pg')))
    throw new Explained(
      `There is no LAPOR! in ${config.dataDir}. Begin one with "lapor serve", or say with LAPOR_DATA_DIR where it is.`,
    )
  return openInstallation(config)
}

/** Starts the embedded server again whenever it dies under us; pools connect again by themselves. Ends with `release`. */
export function keepInstallation(installation: Installation, config: Config, log: Log) {
  if (!installation.server) return
  let current = installation.server
  let released = false
  installation.release = async () => {
    released = true
    await current.release()
  }
  const watch = async () => {
    await current.lost
    if (released) return
    log.error('the database went away; it is started again')
    current = await holdServer(config.dataDir)
    if (released) return current.release()
    await watch()
  }
  watch().catch((error) => log.fatal({ err: error }, 'the database cannot be started again'))
}

/**
 * The owner is no superuser, here as in an office's own server: what works here works there. It may rest the triggers of
 * its own connection, as `lapor seed --reports` does; it could drop them as well.
 */
export async function ensureOwnerDatabase(server: Server, password: string) {
  const client = new pg.Client({ connectionString: server.adminUrl('postgres') })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(1710)')
    const roles = await client.query('select from pg_roles where rolname = $1', [owner])
    if (!roles.rowCount) await client.query(`create role ${owner} login createrole createdb password '${password}'`)
    await client.query(`grant set on parameter session_replication_role to ${owner}`)
    const databases = await client.query('select from pg_database where datname = $1', [database])
    if (!databases.rowCount) await client.query(`create database ${database} owner ${owner}`)
  } finally {
    await client.end()
  }
  const inside = new pg.Client({ connectionString: server.adminUrl(database) })
  await inside.connect()
  try {
    await inside.query('select pg_advisory_lock(1710)')
    await inside.query(withoutStatistics(owner))
  } finally {
    await inside.end()
  }
}
