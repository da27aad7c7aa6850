import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Product } from './product.ts'

/** Everything that the product is made of dies at once, without a word: launcher, web, worker, the database and its backends. */
export async function killEverything({ process: launcher, dataDir }: Product): Promise<number> {
  const postmaster = Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
  const gone = new Promise((resolve) => launcher.once('exit', resolve))
  const doomed = descendants([launcher.pid ?? 0, postmaster])
  // One call for all; some may have followed their parent already.
  spawnSync('kill', ['-9', ...doomed.map(String)])
  await gone
  return doomed.length
}

/** One of the product's processes dies without a word; the launcher starts it again. */
export function killProcess({ process: launcher }: Product, name: 'web' | 'worker') {
  const found = descendants([launcher.pid ?? 0]).find((pid) => commandOf(pid).includes(join('dist', `${name}.js`)))
  if (found) process.kill(found, 'SIGKILL')
}

/** The database dies without a word, its backends with it; the launcher starts it again. */
export function killDatabase({ dataDir }: Product) {
  const postmaster = Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
  spawnSync('kill', ['-9', ...descendants([postmaster]).map(String)])
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/** These processes and all that they started, as Linux tells it in /proc. */
function descendants(roots: number[]): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const status = /^\d+$/.test(name) ? statusOf(name) : undefined
    if (status) parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]))
  }
  const isOurs = (pid: number): boolean => roots.includes(pid) || (pid > 1 && isOurs(parents.get(pid) ?? 0))
  return [...parents.keys()].filter(isOurs)
}

function statusOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return undefined
  }
}
