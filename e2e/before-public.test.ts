import type { Page } from 'playwright-core'
import { afterAll, expect, inject, test } from 'vitest'
import { filedSchema } from '../src/intake/api-schemas.ts'
import { apiOf, tokenFor } from './api.ts'
import { launchBrowser } from './browser.ts'
import { someone } from './people.ts'
import { openWindow } from './sights.ts'

// What a reporter is shown before their own words become public, in a real browser without scripts, as everybody sees it.

const { url, dataDir } = inject('product')
const { post, get } = apiOf(url)
const browser = await launchBrowser()
afterAll(() => browser.close())

const verifier = await tokenFor(dataDir, 'verifikator')
const coordinator = await tokenFor(dataDir, 'koordinator.kupang')
const stranger = await openWindow(browser, url)

async function answered(body: object) {
  const { id, key = '' } = filedSchema.parse((await post('/reports', body)).json)
  const steps = [
    ['verification', { agencySlug: 'kota-kupang', sure: true }, verifier],
    ['answer', { text: 'Petugas loket sudah diganti mulai hari ini.', outcome: 'solved' }, coordinator],
  ] as const
  for (const [move, input, token] of steps) {
    const told = await post(`/reports/${id}/${move}`, input, { token })
    if (told.status !== 200) throw new Error(`${move}: ${told.text}`)
  }
  return { id, key }
}

async function openMine(page: Page, { id, key }: { id: string; key: string }) {
  await page.goto(`/lacak?milik=${id}`)
  await page.locator('[name=kunci]').fill(key)
  await page.getByRole('main').getByRole('button', { name: 'Lacak' }).click()
}

async function reply(page: Page, report: { id: string; key: string }) {
  await openMine(page, report)
  await page
    .getByLabel('Apa yang belum selesai?')
    .fill('Belum. Saya Marta Lede, HP 0812-3999-1234; pelakunya DH 4321 XY.')
  await page.getByRole('button', { name: 'Kirim: belum selesai' }).click()
}

async function lower(page: Page, report: { id: string; key: string }) {
  await openMine(page, report)
  await page.locator('summary', { hasText: 'Kerahasiaan, pencabutan, hapus jejak' }).click()
  await page.getByRole('button', { name: 'Boleh dibaca umum' }).click()
}

const publicText = async (id: string) => (await get(`/reports/${id}`)).text
const piece = (page: Page, name: string) => page.locator('.redactions li', { hasText: name }).getByRole('button')

test('an anonymous reporter takes their name out of a reply with one press, and only then it is published', async () => {
  const report = await answered({ text: 'Ada pungutan di loket.', anonymous: true })
  const { page } = await someone(browser, url)
  await reply(page, report)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Periksa dulu sebelum terbit')
  expect(await publicText(report.id)).not.toContain('DH 4321 XY')
  for (const name of ['Marta Lede', '0812-3999-1234']) await piece(page, name).click()
  await piece(page, 'Marta Lede').click()
  expect(await page.locator('.public-view').innerText()).toContain('Saya Marta Lede, HP [disamarkan]')
  await piece(page, 'Marta Lede').click()
  await page.getByRole('button', { name: 'Kirim seperti di atas' }).click()
  expect(await page.getByRole('main').innerText()).toContain('Terkirim. Instansi harus menjawab lagi.')
  expect(await publicText(report.id)).toContain('Saya [disamarkan], HP [disamarkan]; pelakunya DH 4321 XY.')
})

test('whoever opens a confidential report to the public sees first what will be read, and it is read so', async () => {
  const report = await answered({ text: 'Pungli oleh Bapak Yohanis Ndun, HP 081234567899.', confidential: true })
  const { page } = await someone(browser, url)
  await lower(page, report)
  expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe('Inilah yang akan dibaca semua orang')
  for (const name of ['Yohanis Ndun', '081234567899']) await piece(page, name).first().click()
  expect((await get(`/reports/${report.id}`)).status).toBe(404)
  await page.getByRole('button', { name: 'Ya, turunkan' }).click()
  expect(await page.getByRole('main').innerText()).toContain('Kerahasiaan diubah.')
  expect(await publicText(report.id)).toContain('Pungli oleh Bapak [disamarkan], HP [disamarkan].')
})

test.each([
  ['a reply', reply, { anonymous: true }],
  ['lowering secrecy', lower, { confidential: true }],
] as const)('before %s nothing stands in anyone’s way', async (name, sight, secrecy) => {
  const report = await answered({
    title: 'Pungli di loket',
    text: 'Pungli oleh Bapak Yohanis Ndun, HP 081234567899, setiap hari kerja.',
    areaCode: 'Rumah Ibu Siti Aminah',
    ...secrecy,
  })
  const shots = process.env.LAPOR_E2E_SHOTS
  for (const width of shots ? [360, 1280] : []) {
    const { page } = await someone(browser, url, { viewport: { width, height: 800 } })
    await sight(page, report)
    await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
  }
  expect(await stranger.look((page) => sight(page, report))).toEqual([])
})
