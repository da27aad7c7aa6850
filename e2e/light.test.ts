import { afterAll, expect, inject, test } from 'vitest'
import { reportListSchema } from '../src/publication/api-schemas.ts'
import { apiOf } from './api.ts'
import { launchBrowser } from './browser.ts'
import { someone } from './people.ts'
import { layoutShift, watchWire } from './wire.ts'

// The page budgets: what a citizen pays for, on the smallest data plan. Headers count; photos are the citizen's own.

const { url } = inject('product')
const browser = await launchBrowser()
afterAll(() => browser.close())

const kB = 1_000
const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: true }

const { items } = reportListSchema.parse((await apiOf(url).get('/reports?limit=100')).json)
const report = items.find(({ title }) => title?.includes('Got tersumbat'))?.id ?? items[0]?.id

/** Someone who has never been here, with nothing in the cache. */
async function newcomer() {
  const { context, page } = await someone(browser, url, phone)
  return { context, page, wire: await watchWire(context, page) }
}

test.each(['/', '/lapor', '/lacak', '/laporan', `/laporan/${report}`])(
  '%s comes whole, styles and scripts included, within 14 kB; nothing jumps, nobody else is asked',
  async (address) => {
    const { context, page, wire } = await newcomer()
    await page.goto(address, { waitUntil: 'networkidle' })
    const { bytes, addresses } = wire.take()
    const { Document: html = 0, Stylesheet: css = 0, Script: scripts = 0, Image: pictures = 0 } = bytes
    console.log(`${address}: ${html} html + ${css} css + ${scripts} scripts, ${pictures} pictures [bytes, bar 14,000]`)
    expect(html + css).toBeLessThanOrEqual(14 * kB)
    expect(scripts).toBeLessThanOrEqual(30 * kB)
    expect(addresses.filter((each) => !each.startsWith(url))).toEqual([])
    expect(await layoutShift(page)).toBe(0)
    await context.close()
  },
)

test('the whole way from the first page to the receipt takes no more than 60 kB, 6 activations and 3 inputs', async () => {
  const { context, page, wire } = await newcomer()
  let activations = 0
  const press = async (name: string) => {
    activations++
    await page.getByRole('main').getByRole('button', { name }).click()
    await page.waitForLoadState('networkidle')
    expect(await layoutShift(page)).toBe(0)
  }
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.getByLabel('Apa yang terjadi?').fill('Lampu di depan Puskesmas Oebobo mati tiga minggu.')
  await press('Tulis laporan')
  expect(await page.locator('[required]').count()).toBeLessThanOrEqual(3)
  await press('Periksa lalu kirim')
  await press('Kirim laporan')
  expect(page.url()).toContain('/lapor/tanda-terima/')
  const { total, bytes, addresses } = wire.take()
  console.log(`filing, whole: ${total} bytes [bar 60,000], scripts ${bytes.Script ?? 0} [bar 30,000]`)
  expect(total).toBeLessThanOrEqual(60 * kB)
  expect(bytes.Script ?? 0).toBeLessThanOrEqual(30 * kB)
  expect(activations).toBeLessThanOrEqual(6)
  expect(addresses.filter((each) => !each.startsWith(url))).toEqual([])
  await context.close()
})

test('on 50 kbit/s, with 800 ms of delay and a sixth of the processor: measured, not judged', async () => {
  const { context, page, wire } = await newcomer()
  const perSecond = 50_000 / 8
  const slow = { offline: false, latency: 800, downloadThroughput: perSecond, uploadThroughput: perSecond }
  await wire.devtools.send('Network.emulateNetworkConditions', slow)
  await wire.devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  const begun = performance.now()
  await page.goto('/', { waitUntil: 'domcontentloaded' })
  const usable = performance.now() - begun
  await page.getByLabel('Apa yang terjadi?').fill('Lampu di depan Puskesmas Oebobo mati tiga minggu.')
  for (const name of ['Tulis laporan', 'Periksa lalu kirim', 'Kirim laporan'])
    await page.getByRole('main').getByRole('button', { name }).click()
  await page.waitForURL('**/lapor/tanda-terima/**')
  const filed = performance.now() - begun
  console.log(`slow phone: usable ${seconds(usable)} [bar 3 s], filed ${seconds(filed)} [bar 60 s]`)
  expect(await layoutShift(page)).toBe(0)
  await context.close()
})

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
