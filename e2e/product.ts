import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../src/platform/free-port.ts'
import { root } from '../src/platform/root.ts'

/** The product as a person starts it, in a data folder of its own. */
export type Product = {
  url: string
  dataDir: string
  process: ChildProcess
  /** What it has printed so far. */
  output(): string
  /** Ctrl-C, and wait until it is gone. */
  stop(): Promise<number | null>
}

const readyWithinMs = 120_000

/** Runs `bin/lapor serve` and waits until it is ready; the folder is removed at `stop` unless it was given. */
export async function startProduct(
  given: { dataDir?: string; port?: number; env?: Record<string, string> } = {},
): Promise<Product> {
  const port = given.port ?? (await freePort())
  const dataDir = given.dataDir ?? mkdtempSync('/tmp/lapor-e2e-')
  const { NODE_ENV: _, VITEST: __, TZ: ___, ...inherited } = process.env
  const env = { ...inherited, LOG_LEVEL: 'warn', ...given.env, PORT: String(port), LAPOR_DATA_DIR: dataDir }
  const child = spawn(process.execPath, [join(root, 'bin', 'lapor'), 'serve'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk))
  const stop = async () => {
    child.kill('SIGINT')
    const code = await ended
    if (!given.dataDir) rmSync(dataDir, { recursive: true, force: true })
    return code
  }
  const url = `http://127.0.0.1:${port}`
  if (await isReady(url, child)) return { url, dataDir, process: child, output: () => printed, stop }
  await stop()
  throw new Error(`The product did not become ready:\n${printed}`)
}

/** Runs one command of `bin/lapor` on the product's data and gives back what it wrote to standard output. */
export function lapor(dataDir: string, ...options: string[]): Promise<Ran> {
  return laporWith({}, dataDir, ...options)
}

type Ran = { code: number | null; stdout: string; stderr: string }

/** The same, with more settings. */
export async function laporWith(settings: Record<string, string>, dataDir: string, ...options: string[]): Promise<Ran> {
  const env = { ...process.env, NODE_ENV: '', LOG_LEVEL: 'warn', ...settings, LAPOR_DATA_DIR: dataDir }
  const child = spawn(process.execPath, [join(root, 'bin', 'lapor'), ...options], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, stdout, stderr }
}

export async function isReady(url: string, child: ChildProcess, withinMs = readyWithinMs): Promise<boolean> {
  const giveUp = Date.now() + withinMs
  while (Date.now() < giveUp && child.exitCode === null) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return true
    await pause(100)
  }
  return false
}
