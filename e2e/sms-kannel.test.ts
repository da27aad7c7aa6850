import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { root } from '../src/platform/root.ts'
import { launchBrowser } from './browser.ts'
import { askDatabase } from './database.ts'
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
    kannel.send(`${phone} 1708 text KOTKUPANG jalan rusak di depan pasar Oeba sejak banjir`)
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

/** A part as the operator brings it: its header under this reference, and its words. */
function part(from: string, [reference, at, of]: readonly [number, number, number], words: string): string {
  const header = Buffer.from([5, 0, 3, reference, of, at]).toString('hex').replace(/../g, '%$&')
  return `${from} 1708 udh-text ${header} ${words}`
}

/** Kannel hands it on at once, and does not wait for the rest. */
async function bring(message: string) {
  const before = await arrived()
  kannel.send(message)
  await vi.waitUntil(async () => (await arrived()) > before, soon)
}

async function arrived(): Promise<number> {
  const [row] = await askDatabase(product.dataDir, `select count(*)::int as n from identity.arrival where door = 'sms'`)
  return row?.n as number
}

/** Of all long messages with so many parts: the parts that are here, those that wait for the rest, and how many reports the others are. */
async function hereOf(places: number) {
  const [row] = await askDatabase(
    product.dataDir,
    `select count(*)::int as came, count(*) filter (where outcome is null)::int as waiting, count(distinct report_id)::int as reports
      from identity.arrival where parts = ${places}`,
  )
  return row
}

test.skipIf(!hasKannel())(
  'a long message comes to us part by part: one alone is here at once and waits, and two in the wrong order are one report',
  async () => {
    await bring(part('+6281234567801', [33, 1, 3], 'Talud sungai Liliba longsor dan '))
    const from = '+6281234567802'
    await bring(part(from, [34, 2, 2], 'di belakang gereja'))
    await bring(part(from, [34, 1, 2], 'KOTKUPANG pagar sekolah roboh '))
    await vi.waitUntil(() => kannel.received().includes(`<1708 ${from} text LAPOR!`), soon)
    expect(await hereOf(2)).toEqual({ came: 2, waiting: 0, reports: 1 })
    expect(await hereOf(3)).toEqual({ came: 1, waiting: 1, reports: 0 })
    expect(await textsAtKupang()).toContain('pagar sekolah roboh di belakang gereja')
  },
)

test.skipIf(!hasKannel())(
  'a message whose reference the phone has used for one that never came whole loses no part',
  async () => {
    const from = '+6281234567803'
    await bring(part(from, [49, 1, 2], 'KOTKUPANG atap sekolah bocor di '))
    await bring(part(from, [49, 1, 2], 'KOTKUPANG obat di puskesmas Sikumana habis, '))
    await bring(part(from, [49, 2, 2], 'sisa di apotek yang jauh'))
    await vi.waitUntil(() => kannel.received().includes(`<1708 ${from} text LAPOR!`), soon)
    // Two first parts and a second: with one of them it is a report, and the other waits.
    expect(await hereOf(2)).toEqual({ came: 5, waiting: 1, reports: 2 })
    expect(await textsAtKupang()).toContain('sisa di apotek yang jauh')
  },
)

async function textsAtKupang(): Promise<string> {
  const yuli = await signedIn(browser, product.url, 'koordinator.kupang')
  await yuli.page.goto('/kelola/verifikasi')
  return yuli.page.getByRole('main').innerText()
}
