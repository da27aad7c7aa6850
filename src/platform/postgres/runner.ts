import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Explained } from '../explained.ts'
import { ownBinaries, reachableCopy } from './binaries.ts'
import type { SystemUser } from './system-user.ts'

export type Outcome = { code: number; output: string }

/** Runs one of PostgreSQL's programs as the server's user. */
export type Runner = (program: 'initdb' | 'pg_ctl', options: string[]) => Promise<Outcome>

/**
 * Chooses how the server's user reaches data and binaries. Root's own folders are often closed to others (a checkout below
 * /root): the binaries are copied then, and for the data the server is lent the one capability to pass through folders.
 * @param clusterFolder exists and belongs to `user`
 * @throws Explained when there is no way
 */
export function runnerFor(user: SystemUser, clusterFolder: string): Runner {
  const native = ownBinaries()
  if (process.geteuid?.() !== 0) return (program, options) => run(join(native, 'bin', program), options)

  const identity = { uid: user.uid, gid: user.gid }
  const asUser = spawnSync(join(native, 'bin', 'initdb'), ['--version'], { ...identity, cwd: '/', stdio: 'ignore' })
  const bin = join(asUser.status === 0 ? native : reachableCopy(native), 'bin')

  const seesData = ['test', '-d', join(clusterFolder, '.')] as const
  const succeeds = (command: readonly string[], who = {}) =>
    spawnSync(command[0] as string, command.slice(1), { ...who, cwd: '/', stdio: 'ignore' }).status === 0
  if (succeeds(seesData, identity)) return (program, options) => run(join(bin, program), options, identity)

  const through = passThrough(user)
  if (succeeds([...through, ...seesData]))
    return (program, options) => run('setpriv', [...through.slice(1), join(bin, program), ...options])
  throw new Explained(
    `PostgreSQL does not run as root, and its user "${user.name}" cannot reach ${clusterFolder}. ` +
      'Set LAPOR_DATA_DIR to a folder that everybody may pass through (such as /var/lib/lapor), or start as an ordinary user.',
  )
}

/**
 * The narrower capability where we have it; a container usually leaves root only the wider one. Capabilities do not help
 * with `access()`, which PostgreSQL asks about its programs: hence the copy of those.
 */
function passThrough(user: SystemUser): string[] {
  const status = readFileSync('/proc/self/status', 'utf8')
  const held = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? '0'}`)
  const capability = held & 4n ? 'dac_read_search' : 'dac_override'
  const lent = [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`]
  return ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...lent]
}

/** From `/`, because our own working folder may be closed to the server's user; messages in English, as we read them. */
function run(command: string, options: string[], identity: { uid?: number; gid?: number } = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
    const child = spawn(command, options, { ...identity, env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim() }))
  })
}
