import type { Page } from 'playwright-core'
import { afterAll, expect, inject, test } from 'vitest'
import { filedSchema } from '../src/intake/api-schemas.ts'
import { apiOf, tokenFor } from './api.ts'
import { launchBrowser } from './browser.ts'
import { signedIn } from './people.ts'
import { openWindow } from './sights.ts'

// What an office is shown before everybody reads its words, in a real browser without scripts.

const { url, dataDir } = inject('product')
const { post, get } = apiOf(url)
const browser = await launchBrowser()
afterAll(() => browser.close())

const verifier = await tokenFor(dataDir, 'verifikator')
const patient =
  'Pasien Ibu Yosefina Klobor sudah dirujuk dengan mobil DH 1234 AB. Loket buka lagi pukul 08.00 setiap hari kerja.'

async function forwarded() {
  const { id } = filedSchema.parse((await post('/reports', { text: 'Loket puskesmas tutup sejak kemarin.' })).json)
  const told = await post(`/reports/${id}/verification`, { agencySlug: 'kota-kupang', sure: true }, { token: verifier })
  if (told.status !== 200) throw new Error(told.text)
  return id
}

async function answer(page: Page, id: string) {
  await page.goto(`/kelola/laporan/${id}/jawaban`)
  const form = page.locator('form[action$="/jawaban"]')
  await form.locator('[name=outcome][value=solved]').check()
  await form.locator('[name=text]').fill(patient)
  await form.getByRole('button', { name: 'Kirim jawaban' }).click()
}

const shown = (page: Page) => page.locator('.public-view').innerText()
const publicText = async (id: string) => (await get(`/reports/${id}`)).text

test('an officer takes a patient’s name out of an answer with one press, puts it back, takes it out again, and it is published so', async () => {
  const id = await forwarded()
  const { page } = await signedIn(browser, url, 'koordinator.kupang')
  await answer(page, id)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Periksa dulu sebelum terbit')
  expect(await publicText(id)).not.toContain('Loket buka lagi')
  await page.getByRole('button', { name: 'Samarkan: Yosefina Klobor' }).click()
  expect(await shown(page)).toContain('Pasien Ibu [disamarkan] sudah dirujuk dengan mobil DH 1234 AB.')
  await page.getByRole('button', { name: 'Tampilkan lagi: Yosefina Klobor' }).click()
  expect(await shown(page)).toContain(patient)
  await page.getByRole('button', { name: 'Samarkan: Yosefina Klobor' }).click()
  await page.getByRole('button', { name: 'Kirim seperti di atas' }).click()
  expect(await page.getByRole('status').first().innerText()).toContain('Jawaban terkirim')
  await page.goto(`/laporan/${id}`)
  const read = await page.getByRole('main').innerText()
  expect(read).toContain('Pasien Ibu [disamarkan] sudah dirujuk dengan mobil DH 1234 AB.')
  expect(read).not.toContain('Yosefina')
})

test('whoever changes the words after all finds all that was typed, with the keyboard alone', async () => {
  const id = await forwarded()
  const { page } = await signedIn(browser, url, 'koordinator.kupang')
  await answer(page, id)
  await page.getByRole('button', { name: 'Ubah tulisan' }).focus()
  await page.keyboard.press('Enter')
  const form = page.locator('form[action$="/jawaban"]')
  await form.locator('[name=text]').waitFor()
  expect(await form.locator('[name=text]').inputValue()).toBe(patient)
  expect(await form.locator('[name=outcome][value=solved]').isChecked()).toBe(true)
})

test('the preview of an answer stands in nobody’s way, as it comes, all taken out, and with a slip of the pen', async () => {
  const id = await forwarded()
  const taken = async (page: Page) => {
    await answer(page, id)
    await page.getByRole('button', { name: 'Samarkan semuanya' }).click()
    await page.getByText('Semua yang ditemukan sudah disamarkan.').waitFor()
  }
  const slip = async (page: Page) => {
    await answer(page, id)
    await page.getByLabel('Samarkan kata lain').fill('Yosephina')
    await page.locator('button[name=step][value=preview]').click()
    await page.getByText('tidak tertulis begitu').waitFor()
  }
  const sights = { comes: (page: Page) => answer(page, id), taken, slip }
  const shots = process.env.LAPOR_E2E_SHOTS
  const office = await openWindow(browser, url, 'koordinator.kupang')
  for (const [name, sight] of Object.entries(sights)) {
    for (const width of shots ? [320, 360, 1280] : []) {
      const { page } = await signedIn(browser, url, 'koordinator.kupang', { viewport: { width, height: 800 } })
      await sight(page)
      await page.screenshot({ path: `${shots}/answer-${name}-${width}.png`, fullPage: true })
    }
    expect([name, await office.look(sight)]).toEqual([name, []])
  }
})
