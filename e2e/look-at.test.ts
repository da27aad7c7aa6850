import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from './browser.ts'
import { signedIn } from './people.ts'
import { lapor, type Product, startProduct } from './product.ts'
import { openWindow } from './sights.ts'

// What nobody understood: at the desk within a minute, without scripts, and decided there.

const browser = await launchBrowser()
const path = '/kelola/pintu/perlu-dilihat'
const withinAMinute = { timeout: 90_000, interval: 500 }
let product: Product
let token: string

beforeAll(async () => {
  product = await startProduct()
  token = (await lapor(product.dataDir, 'token', 'create', '--for', 'sms:kannel')).stdout.trim()
}, 180_000)

afterAll(async () => {
  await product?.stop()
  await browser.close()
})

const sms = async (from: string, id: string, text: string) => {
  const query = new URLSearchParams({ token, from, to: '1708', id, charset: 'UTF-8', coding: '2', text })
  expect((await fetch(`${product.url}/hooks/sms/kannel?${query}`)).status).toBe(200)
}

test('a flood lies before the desk, without its number; one is made a report, another laid aside', async () => {
  for (let time = 0; time < 6; time++) await sms('+6281234500099', `flood-${time}`, `Pipa bocor di Oebufu !!! ${time}`)
  const { page, context } = await signedIn(browser, product.url, 'verifikator')
  const cards = page.getByText('Pipa bocor di Oebufu')
  await vi.waitUntil(async () => {
    await page.goto(path)
    return (await cards.count()) === 3
  }, withinAMinute)
  expect(await page.content()).not.toContain('81234500099')
  const desk = await openWindow(browser, product.url, 'verifikator')
  expect(await desk.look(path)).toEqual([])

  await page.getByRole('button', { name: 'Jadikan laporan' }).first().click()
  await page.getByText('sebentar lagi ada di Verifikasi').waitFor()
  await page.locator('summary').filter({ hasText: 'Bukan laporan' }).first().click()
  await page.getByRole('button', { name: 'Bukan laporan' }).first().click()
  await page.getByText('dicatat sebagai bukan laporan').waitFor()
  expect(await cards.count()).toBe(1)
  await page.goto('/kelola/pintu')
  await page.getByText('Iklan atau penipuan, menurut admin nasional').waitFor()
  await context.close()
}, 240_000)
