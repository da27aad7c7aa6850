import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { Explained } from '../explained.ts'
import { openCluster, startServer, stopServer, type Cluster } from './cluster.ts'

/** The embedded server, held by this process: it goes on as long as anybody holds it. */
export type Server = {
  /** An address of the server for this user; a `postgresql://` URL over the socket. */
  url(database: string, user: string, password: string): string
  adminUrl(database: string): string
  /** Lets go; whoever lets go last stops the server. */
  release(): Promise<void>
  /** Resolves when the server went away without us (killed, out of memory); hold it again then. */
  lost: Promise<void>
}

/** Held shared by every launcher, exclusively by the one that stops the server: nobody stops it under another. */
const holdersLock = 1_708

/**
 * Connects to the server of this data folder, or starts it first. After a `kill -9` of ours the server has lived on: then
 * this only connects.
 * @throws Explained when the server does not come up within a minute
 */
export async function holdServer(dataDir: string, extra: Record<string, string> = {}): Promise<Server> {
  const cluster = await openCluster(dataDir)
  const giveUp = Date.now() + 60_000
  let said = ''
  while (Date.now() < giveUp) {
    const socket = runningSocket(cluster) ?? cluster.sockets()
    const attempt = await connect(socket, cluster)
    if (attempt.client) return held(attempt.client, socket, cluster)
    if (attempt.refused) said = await startServer(cluster, extra)
    else await pause(50)
  }
  throw new Explained(`PostgreSQL did not start in ${cluster.folder}. It says:\n${said}\n${startupLog(cluster)}`)
}

type Attempt = { client?: pg.Client; refused?: boolean }

async function connect(host: string, cluster: Cluster): Promise<Attempt> {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres', password: cluster.adminPassword })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [holdersLock])
    return { client }
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '28P01')
      throw new Explained(`The database in ${cluster.folder} was made with other keys. Put its "keys" folder back.`)
    await client.end().catch(() => {})
    return { refused: code === 'ECONNREFUSED' || code === 'ENOENT' }
  }
}

function held(client: pg.Client, socket: string, cluster: Cluster): Server {
  let letGo = false
  const lost = new Promise<void>((resolve) => client.once('end', () => letGo || resolve()))
  const url = (database: string, user: string, password: string) =>
    `postgresql://${encodeURIComponent(user)}:${password}@localhost/${database}?host=${encodeURIComponent(socket)}`
  const release = async () => {
    letGo = true
    try {
      await client.query('select pg_advisory_unlock_shared($1)', [holdersLock])
      const { rows } = await client.query('select pg_try_advisory_lock($1) as last', [holdersLock])
      if (rows[0]?.last) await stopServer(cluster)
    } finally {
      await client.end().catch(() => {})
    }
  }
  return { url, adminUrl: (database) => url(database, 'postgres', cluster.adminPassword), release, lost }
}

/** A running server writes its socket's folder into the fifth line of its pid file. */
function runningSocket({ folder }: Cluster): string | undefined {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[4]?.trim() || undefined
  } catch {
    return undefined
  }
}

function startupLog({ folder }: Cluster): string {
  try {
    return readFileSync(join(folder, 'startup.log'), 'utf8').split('\n').slice(-12).join('\n')
  } catch {
    return ''
  }
}
