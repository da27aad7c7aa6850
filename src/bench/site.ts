import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { makeHead } from '../audit/make-head.ts'
import { signingKey } from '../audit/signing-key.ts'
import type { ChildMessage } from '../platform/child-process.ts'
import { readConfig } from '../platform/config.ts'
import { type Connections, groupOf } from '../platform/connections.ts'
import { makeDb, makePool } from '../platform/db.ts'
import { onFreePort } from '../platform/free-port.ts'
import { openInstallation } from '../platform/installation.ts'
import { migrate } from '../platform/migrate.ts'
import type { Server } from '../platform/postgres/server.ts'
import { settingsFor } from '../platform/process-settings.ts'
import { root } from '../platform/root.ts'
import { nodeFlags } from '../platform/supervise.ts'
import { type HandedKeys, keysForWeb } from '../secrecy/installation-keys.ts'
import { type AskedAgain, type HttpClient, makeHttpClient } from './http-client.ts'

/** A whole installation of its own, as `lapor serve` runs it in production, with a client at its door. */
export type Site = {
  http: HttpClient
  askedAgain: AskedAgain
  /** 16 connections each. */
  owner: pg.Pool
  reader: pg.Pool
  keys: HandedKeys
  dataDir: string
  /** Another web process at the same database, whose role row-level security does not judge. */
  unjudged(): Promise<HttpClient>
  memory(): Memory
}

/** Megabytes. `web`, `worker`: resident, what both share counted in each; `proportional`: of both, counted once. */
export type Memory = { web: number; worker: number; proportional: number }

/** What is to be done in the end, however the bench ends; the last thing begun is the first to be ended. */
export type AtEnd = (close: () => unknown) => void

export type Plant = (connections: Connections, now: Date) => Promise<void>

/** @param plant fills the migrated database before web and worker start */
export async function openSite(dataDir: string, plant: Plant, askedAgain: AskedAgain, atEnd: AtEnd): Promise<Site> {
  const environment = { NODE_ENV: 'production', LAPOR_DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn' }
  const config = await onFreePort(readConfig(environment))
  const { connections, passwordOf, release, server } = await openInstallation(config)
  atEnd(release)
  await migrate({ ownerUrl: connections.owner, passwordOf, now: new Date() })
  await plant(connections, new Date())
  await headOfToday(connections, dataDir)
  const keys = keysForWeb(config)
  const settings = settingsFor(config, connections, keys)
  const web = await startChild('web', settings.web, atEnd)
  const worker = await startChild('worker', settings.worker, atEnd)
  const http = makeHttpClient(`http://127.0.0.1:${config.port}`, askedAgain)
  const owner = makePool(connections.owner, { max: 16, name: 'lapor bench' })
  const reader = makePool(connections.public, { max: 16, name: 'lapor bench' })
  atEnd(async () => {
    http.close()
    await Promise.all([owner.end(), reader.end()])
  })
  return {
    http,
    askedAgain,
    owner,
    reader,
    keys,
    dataDir,
    async unjudged() {
      const { port, host, baseUrl } = await onFreePort(readConfig(environment))
      const role = await unjudgedRole(server)
      const settled = { ...settings.web, connections: { ...settings.web.connections, web: role } }
      await startChild('web', { ...settled, config: { ...settings.web.config, port, host, baseUrl } }, atEnd)
      const client = makeHttpClient(`http://127.0.0.1:${port}`, askedAgain)
      atEnd(() => client.close())
      return client
    },
    memory: () => ({
      web: megabytes(web, 'Rss'),
      worker: megabytes(worker, 'Rss'),
      proportional: megabytes(web, 'Pss') + megabytes(worker, 'Pss'),
    }),
  }
}

/** As the web's role in everything, except that every row is shown to it. */
async function unjudgedRole(server: Server | undefined): Promise<string> {
  if (!server) throw new Error('the bench needs the embedded server')
  const [login, password] = ['lapor_bench_unjudged', randomBytes(16).toString('hex')]
  const admin = makePool(server.adminUrl('postgres'), { max: 1, name: 'lapor bench' })
  await admin.query(`create role ${login} login bypassrls password '${password}' in role ${groupOf('web')}`)
  await admin.query(`grant connect on database lapor to ${login}`)
  await admin.end()
  return server.url('lapor', login, password)
}

/** Made once a day, so not while something else is measured. */
async function headOfToday({ worker }: Connections, dataDir: string) {
  const db = makeDb(worker, { max: 1 })
  const begun = performance.now()
  await makeHead({ db, now: () => new Date(), headKey: signingKey({ dataDir }) }).finally(() => db.destroy())
  process.stderr.write(`the day's head in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`)
}

async function startChild(name: 'web' | 'worker', settings: object, atEnd: AtEnd): Promise<ChildProcess> {
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = fork(join(root, 'dist', `${name}.js`), { env, execArgv: nodeFlags, stdio: ['ignore', 2, 2, 'ipc'] })
  atEnd(() => stop(child))
  child.send(settings)
  const [message] = (await once(child, 'message')) as [ChildMessage]
  if (message.kind === 'failed') throw new Error(`${name} did not start: ${message.reason}`)
  return child
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

function megabytes({ pid }: ChildProcess, what: 'Rss' | 'Pss'): number {
  const said = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  return Math.round(Number(new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(said)?.[1]) / 1024)
}
