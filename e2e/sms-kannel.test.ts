import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { root } from '../src/platform/root.ts'
import { launchBrowser } from './browser.ts'
import { hasKannel, type Kannel, startKannel } from './kannel.ts'
import { signedIn } from './people.ts'
import { lapor, type Product, startProduct } from './product.ts'

// 1708 as the cheapest phone knows it, through Debian's Kannel and a simulated operator.

const browser = await launchBrowser()
const phone = '+6281234567890'
const soon = { timeout: 30_000, interval: 100 }
let product: Product
let kannel: Kannel

beforeAll(async () => {
  if (!hasKannel()) return
  product = await startProduct()
  const token = (await lapor(product.dataDir, 'token', 'create', '--for', 'sms:kannel')).stdout.trim()
  kannel = await startKannel(`${product.url}/hooks/sms/kannel?token=${token}`)
  const options = ['gateway', 'set', 'kannel', '--url', kannel.sendsmsUrl, '--username', kannel.username]
  const env = { ...process.env, NODE_ENV: '', LAPOR_DATA_DIR: product.dataDir }
  const set = spawnSync(process.execPath, [join(root, 'bin', 'lapor'), ...options], {
    env,
    input: `${kannel.password}\n`,
  })
  expect(set.status, set.stderr.toString()).toBe(0)
}, 180_000)

afterAll(async () => {
  await kannel?.stop()
  await product?.stop()
  await browser.close()
})

test.skipIf(!hasKannel())(
  'KOTKUPANG by SMS stands in Kupang’s queue, and the receipt comes back to the phone',
  async () => {
    kannel.send([`${phone} 1708 text KOTKUPANG jalan rusak di depan pasar Oeba sejak banjir`])
    const receipt = await vi.waitUntil(() => /LAPOR! Laporan ([0-9A-Z]{9}) diterima/.exec(kannel.received()), soon)
    expect(kannel.received()).toContain(`<1708 ${phone} text LAPOR!`)
    // The operator’s own receipt came back through Kannel, and the desk sees it.
    const dedi = await signedIn(browser, product.url, 'verifikator')
    const arrived = async () => {
      await dedi.page.goto('/kelola/pintu')
      return (await dedi.page.getByRole('main').innerText()).includes('Sampai di telepon')
    }
    await vi.waitUntil(arrived, soon)
    const yuli = await signedIn(browser, product.url, 'koordinator.kupang')
    await yuli.page.goto(`/kelola/verifikasi?q=${receipt[1]}`)
    expect(await yuli.page.getByRole('main').innerText()).toContain('jalan rusak di depan pasar Oeba')
  },
)
