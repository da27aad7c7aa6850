import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { root } from '../src/platform/root.ts'
import { aWednesday, offsetTo } from './clock-offset.ts'
import { numberOf, startOperators } from './operators.ts'
import { startProduct } from './product.ts'

// Web, worker and the binds of operators, each started for itself on one installation.

const env = { LAPOR_SEED: 'reference', LOG_LEVEL: 'warn', LAPOR_CLOCK_OFFSET: offsetTo(aWednesday) }

/** One role of the product, without pages. */
function startRole(role: 'worker' | 'sms', dataDir: string) {
  const { NODE_ENV: _, VITEST: __, TZ: ___, ...inherited } = process.env
  const child = spawn(process.execPath, [join(root, 'bin', 'lapor'), 'serve'], {
    env: { ...inherited, ...env, LAPOR_ROLE: role, LAPOR_DATA_DIR: dataDir },
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  return async () => {
    child.kill('SIGINT')
    await ended
  }
}

test('the process of role sms holds the binds: without it nobody does, with it an SMS is filed and answered', async () => {
  const dataDir = mkdtempSync('/tmp/lapor-roles-')
  const web = await startProduct({ dataDir, env: { ...env, LAPOR_ROLE: 'web' } })
  const operators = await startOperators(dataDir)
  const stopWorker = startRole('worker', dataDir)
  const phone = numberOf('three', 1)
  let isThanked = false
  const written = operators.three.phone(phone, 'Lampu jalan padam di Oesapa').then(() => (isThanked = true))
  try {
    expect(isThanked).toBe(false)
    expect(operators.three.binds).toEqual([])
    const stopSms = startRole('sms', dataDir)
    await written
    await vi.waitUntil(() => operators.three.rung.length > 0, { timeout: 120_000, interval: 100 })
    expect(operators.three.rung).toMatchObject([{ to: phone, text: expect.stringContaining('diterima') }])
    expect(operators.three.binds).toEqual(['bind_transceiver'])
    await stopSms()
    expect(operators.three.lines()).toBe(0)
  } finally {
    await stopWorker()
    await web.stop()
    await Promise.all(Object.values(operators).map((one) => one.die()))
    rmSync(dataDir, { recursive: true, force: true })
  }
}, 400_000)
