import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Explained } from '../explained.ts'
import { derivedPassword } from '../secrets.ts'
import { runnerFor, type Runner } from './runner.ts'
import { socketFolder } from './socket-folder.ts'
import { asOptions, settings } from './settings.ts'
import { serverUser, type SystemUser } from './system-user.ts'

/** A cluster on disk, made when it was missing; whether a server runs on it is another question. */
export type Cluster = { folder: string; sockets: () => string; run: Runner; adminPassword: string }

const version = '18'

/** The embedded cluster of this data folder, in its sub-folder `pg`. Safe when two processes make it at once. */
export async function openCluster(dataDir: string): Promise<Cluster> {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  const home = realpathSync(dataDir)
  const folder = join(home, 'pg')
  const user = serverUser(folder)
  const adminPassword = derivedPassword(home, 'database', 'postgres')
  if (!existsSync(folder)) await initialise(folder, user, adminPassword)
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (found !== version)
    throw new Explained(
      `The data in ${folder} is of PostgreSQL ${found}; this LAPOR! brings ${version}. Restore a backup.`,
    )
  return { folder, sockets: () => socketFolder(home, user), run: runnerFor(user, folder), adminPassword }
}

/** Starts the server and waits until it accepts; a server that somebody else starts meanwhile is no error of ours. */
export async function startServer(
  { folder, sockets, run }: Cluster,
  extra: Record<string, string> = {},
): Promise<string> {
  const options = asOptions({ ...settings, ...extra, unix_socket_directories: sockets() })
  const log = join(folder, 'startup.log')
  const { output } = await run('pg_ctl', ['start', '-w', '-t', '60', '-D', folder, '-l', log, '-o', options])
  return output
}

/** Ends every connection, writes everything down and stops; returns when the server is gone. */
export async function stopServer({ folder, sockets, run }: Cluster): Promise<void> {
  await run('pg_ctl', ['stop', '-m', 'fast', '-w', '-t', '30', '-D', folder])
  rmSync(sockets(), { recursive: true, force: true })
}

/** Made aside and moved into place, so that a first start cut short leaves no half cluster. */
async function initialise(folder: string, user: SystemUser, password: string) {
  const aside = `${folder}.new-${randomBytes(4).toString('hex')}`
  const passwordFile = join(aside, 'password')
  const data = join(aside, 'data')
  mkdirSync(aside, { mode: 0o700 })
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (process.geteuid?.() === 0) for (const path of [aside, data, passwordFile]) chownSync(path, user.uid, user.gid)
  chmodSync(data, 0o700)
  const locale = ['--locale-provider=icu', '--icu-locale=id', '--locale=C.UTF-8', '--encoding=UTF8']
  const access = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const { code, output } = await runnerFor(user, data)('initdb', ['-D', data, ...access, ...locale, '--data-checksums'])
  try {
    if (code !== 0) throw new Explained(`PostgreSQL could not make its data folder ${folder}:\n${output}`)
    renameSync(data, folder)
  } catch (error) {
    if (!existsSync(join(folder, 'PG_VERSION'))) throw error
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}
