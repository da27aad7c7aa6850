import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { signedIn, type Someone } from './people.ts'

// Whoever has an account follows their reports from there, hidden ones too; scripts off.

const { url } = inject('product')
const browser = await launchBrowser()
let marta: Someone

beforeAll(async () => {
  marta = await signedIn(browser, url, 'marta')
})

afterAll(() => browser.close())

test('every report in Bu Marta’s account opens as her own, the confidential ones too', async () => {
  const { page } = marta
  await page.goto('/akun')
  const cards = page.getByRole('main').locator('a[href$="/saya"]')
  const titles = await cards.allInnerTexts()
  expect(titles).toContain('Kepala dinas meminta jatah dari uang lembur')
  for (const [at, title] of titles.entries()) {
    await page.goto('/akun')
    await cards.nth(at).click()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(title)
    expect(await page.getByRole('main').innerText()).toContain('Halaman ini hanya untuk Anda')
  }
})
