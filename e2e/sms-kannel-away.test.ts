import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { freePort } from '../src/platform/free-port.ts'
import { root } from '../src/platform/root.ts'
import { askDatabase } from './database.ts'
import { hasKannel, type Kannel, startKannel } from './kannel.ts'
import { lapor, type Product, startProduct } from './product.ts'

// Kannel as README.md sets it up, while we are away.

const phone = '+6281234567891'
const soon = { timeout: 60_000, interval: 100 }
const dataDir = mkdtempSync('/tmp/lapor-e2e-away-')
const running: { product?: Product; kannel?: Kannel; standIn?: Server } = {}

afterAll(async () => {
  await running.kannel?.stop()
  await running.product?.stop()
  running.standIn?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Where the product was: whoever calls is told `status`. @returns the texts of those who called */
async function standIn(port: number, status: number): Promise<string[]> {
  const called: string[] = []
  const server = createServer((request, response) => {
    called.push(new URL(request.url ?? '', 'http://here').searchParams.get('text') ?? '')
    response.writeHead(status).end()
  })
  running.standIn = server
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return called
}

function away() {
  running.standIn?.closeAllConnections()
  return new Promise((resolve) => running.standIn?.close(resolve))
}

test.skipIf(!hasKannel())(
  'an SMS that comes while the product answers 503, or is gone, is one report once it is back, and its receipt comes',
  async () => {
    const port = await freePort()
    running.product = await startProduct({ dataDir, port })
    const token = (await lapor(dataDir, 'token', 'create', '--for', 'sms:kannel')).stdout.trim()
    const kannel = await startKannel(`http://127.0.0.1:${port}/hooks/sms/kannel?token=${token}`)
    running.kannel = kannel
    setGateway(kannel)
    await running.product.stop()
    const refused = await standIn(port, 503)
    kannel.send(`${phone} 1708 text KOTKUPANG pohon tumbang menutup jalan di Penfui`)
    await vi.waitUntil(() => refused.length > 0, soon)
    await away()
    running.product = await startProduct({ dataDir, port })
    await vi.waitUntil(() => /LAPOR! Laporan [0-9A-Z]{9} diterima/.test(kannel.received()), soon)
    const [came] = await askDatabase(
      dataDir,
      `select count(*)::int as arrived, count(distinct report_id)::int as reports from identity.arrival where door = 'sms'`,
    )
    expect(came).toEqual({ arrived: 1, reports: 1 })
  },
  240_000,
)

test.skipIf(!hasKannel())(
  'an SMS that smsbox has not taken when Kannel dies is on disk, and is brought once it is started again',
  async () => {
    await running.kannel?.stop()
    const port = await freePort()
    const called = await standIn(port, 200)
    const kannel = await startKannel(`http://127.0.0.1:${port}/hooks/sms/kannel?token=T`)
    running.kannel = kannel
    await kannel.smsboxDies()
    kannel.send(`${phone} 1708 text talud longsor di Manulai`)
    await vi.waitUntil(() => kannel.kept() > 0, soon)
    await kannel.startAgain()
    await vi.waitUntil(() => called.length > 0, soon)
    expect(called).toEqual(['talud longsor di Manulai'])
  },
  120_000,
)

function setGateway({ sendsmsUrl, username, password }: Kannel) {
  const options = ['gateway', 'set', 'kannel', '--url', sendsmsUrl, '--username', username]
  const env = { ...process.env, NODE_ENV: '', LAPOR_DATA_DIR: dataDir }
  const set = spawnSync(process.execPath, [join(root, 'bin', 'lapor'), ...options], { env, input: `${password}\n` })
  expect(set.status, set.stderr.toString()).toBe(0)
}
