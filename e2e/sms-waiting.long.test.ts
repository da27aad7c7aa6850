import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freePort } from '../src/platform/free-port.ts'
import { root } from '../src/platform/root.ts'
import { apiOf } from './api.ts'
import { askDatabase } from './database.ts'
import { type Product, startProduct } from './product.ts'

// Filing on the web while a hundred thousand SMS wait for an operator that is dead, beside the same with none waiting. Two products
// on one machine, measured in turns.

const waiting = Number(process.env.LAPOR_WAITING ?? 100_000)
const rounds = 5
const filings = 400
const atOnce = 4
const bar = 1.25

test(`while ${waiting} SMS wait for a dead operator, filing keeps its p99`, async () => {
  const env = { LAPOR_SEED: 'reference', LOG_LEVEL: 'error' }
  const [busy, idle] = await Promise.all([startProduct({ env }), startProduct({ env })])
  try {
    await addDeadGateway(busy.dataDir)
    await askDatabase(
      busy.dataDir,
      `insert into identity.message (id, dedupe, channel, template, sealed_to, state, created_at, not_before, to_index, turn)
      select gen_random_uuid(), 'waits ' || n, 'sms', 'help', '\\x01', 'queued', now(), now(), sha256(int4send(n / 3)), n
      from generate_series(1, ${waiting}) n`,
    )
    await p99Of(busy)
    await p99Of(idle)
    const turns: { ratio: number; busyMs: number; idleMs: number }[] = []
    for (let round = 0; round < rounds; round++) {
      const first = round % 2 === 0
      const one = await p99Of(first ? busy : idle)
      const other = await p99Of(first ? idle : busy)
      const [busyMs, idleMs] = first ? [one, other] : [other, one]
      turns.push({ ratio: busyMs / idleMs, busyMs, idleMs })
    }
    const told = turns.map(({ ratio, busyMs, idleMs }) => `${ratio.toFixed(2)} (${busyMs}/${idleMs} ms)`).join(', ')
    const median = turns.map(({ ratio }) => ratio).toSorted((one, other) => one - other)[rounds >> 1] ?? 0
    console.log(
      `p99 of filing, ${waiting} SMS waiting against none: median ${median.toFixed(2)} [bar ${bar}] of ${told}`,
    )
    const [row] = await askDatabase(
      busy.dataDir,
      `select count(*)::int as waiting from identity.message where state = 'queued' and attempts = 0`,
    )
    expect(row).toEqual({ waiting })
  } finally {
    await Promise.all([busy.stop(), idle.stop()])
  }
}, 1_800_000)

/** @returns milliseconds that one in a hundred filings take longer than */
async function p99Of({ url }: Product): Promise<number> {
  const { post } = apiOf(url)
  const tookMs: number[] = []
  let left = filings
  const person = async () => {
    while (left-- > 0) {
      const begun = performance.now()
      const { status } = await post('/reports', { text: `Lampu jalan padam di gang ${left}` })
      expect(status).toBe(201)
      tookMs.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, person))
  return Math.round(tookMs.toSorted((one, other) => one - other)[Math.floor(filings * 0.99)] ?? 0)
}

async function addDeadGateway(dataDir: string) {
  const port = await freePort()
  const where = ['--host', '127.0.0.1', '--port', String(port), '--system-id', 'lapor']
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'bin', 'lapor'), 'gateway', 'set', 'telkomsel', '--kind', 'smpp', ...where],
    { env: { ...process.env, NODE_ENV: '', LAPOR_DATA_DIR: dataDir }, input: 'rahasia8\n' },
  )
  expect(status, stderr.toString()).toBe(0)
}
