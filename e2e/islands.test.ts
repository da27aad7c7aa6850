import { afterAll, expect, inject, test } from 'vitest'
import sharp from 'sharp'
import { launchBrowser } from './browser.ts'
import { signedIn, someone } from './people.ts'

// With scripts a page that works without them becomes quicker: smaller photos, a position at a touch, a code to copy, letters counted.

const { url } = inject('product')
const browser = await launchBrowser()
afterAll(() => browser.close())

const oebobo = { latitude: -10.16554, longitude: 123.61021 }
const marta = await someone(browser, url, {
  javaScriptEnabled: true,
  geolocation: oebobo,
  permissions: ['geolocation', 'clipboard-read', 'clipboard-write'],
})

/** A photo that no plan of 50 MB a month should have to carry as it is. */
const bigPhoto = () =>
  sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer()

test('a big photo is shown at once and made smaller before it is sent', async () => {
  const { page } = marta
  await page.goto('/lapor')
  const buffer = await bigPhoto()
  await page.locator('input[type=file]').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer })
  await page.locator('.pictures img').waitFor()
  const size = await page.locator('input[type=file]').evaluate((input: HTMLInputElement) => input.files?.[0]?.size ?? 0)
  expect(size).toBeGreaterThan(0)
  expect(size).toBeLessThan(buffer.length / 2)
})

test('the position comes at a touch, into the fields that one could have typed', async () => {
  const { page } = marta
  await page.goto('/lapor')
  await page.getByText('Titik di peta').click()
  await page.locator('[data-island="my-position"] button').click()
  await expect.poll(() => page.locator('[name=lat]').inputValue()).toBe(oebobo.latitude.toFixed(5))
  expect(await page.locator('[name=lon]').inputValue()).toBe(oebobo.longitude.toFixed(5))
})

test('ID and key are copied at a touch', async () => {
  const { page } = marta
  await page.goto('/lapor')
  await page.locator('[name=cerita]').fill('Lampu di depan Puskesmas Oebobo mati.')
  await page.getByRole('button', { name: 'Periksa lalu kirim' }).click()
  await page.getByRole('button', { name: 'Kirim laporan' }).click()
  await page.locator('.key-box').getByRole('button', { name: 'Salin' }).click()
  const key = (await page.locator('.key-box .code').innerText()).trim()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(key)
})

test('as an officer writes a question it is counted what one SMS holds of it', async () => {
  const { page } = await signedIn(browser, url, 'verifikator', { javaScriptEnabled: true })
  await page.goto('/kelola/verifikasi')
  await page.goto((await page.locator('main a[href*="/kelola/laporan/"]').first().getAttribute('href')) ?? '')
  const field = page.locator('form[action*="penundaan"] .field')
  await field.locator('textarea').evaluate((area: HTMLTextAreaElement) => {
    area.value = 'Di jalan mana?'
    area.dispatchEvent(new Event('input'))
  })
  expect(await field.textContent()).toMatch(/14 dari \d+ huruf: muat dalam satu SMS/)
})
