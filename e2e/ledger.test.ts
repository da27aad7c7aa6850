import { afterAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { signedIn, someone } from './people.ts'
import { openWindow, type Sight } from './sights.ts'

// Break-glass in a real browser without scripts: what one asks for and another approves, the reporter reads of it.

const { url } = inject('product')
const browser = await launchBrowser()
const marta = await someone(browser, url)
const dedi = await signedIn(browser, url, 'verifikator')
const lestari = await signedIn(browser, url, 'ombudsman')

const report = { id: '', grouped: '', key: '' }
const words = 'Petugas loket tiga meminta uang untuk surat yang seharusnya gratis.'
const reason = 'Pelapor menelepon dan merasa terancam.'

afterAll(() => browser.close())

const textOf = (page: typeof marta.page) => page.getByRole('main').innerText()

/** The private view by ID and key, then the ledger behind it. */
async function ledger() {
  const { page } = marta
  await page.goto('/lacak')
  await page.getByLabel('Nomor laporan').fill(report.grouped)
  await page.getByLabel('Kunci laporan').fill(report.key)
  await page.getByRole('main').getByRole('button', { name: 'Lacak' }).click()
  await page.getByRole('button', { name: 'Siapa yang pernah membuka?' }).click()
  return textOf(page)
}

test('Bu Marta files what only the office may read; Pak Dedi forwards it and reads it no more', async () => {
  const filed = await fetch(`${url}/api/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: words, confidential: true, anonymous: true, contact: { name: 'Marta Bire' } }),
  })
  const { id, key } = (await filed.json()) as { id: string; key: string }
  Object.assign(report, { id, key, grouped: id })
  const { page } = dedi
  await page.goto(`/kelola/laporan/${id}/penerusan`)
  await page.locator('[name=agency]').fill('Pemerintah Kota Kupang')
  await page.getByRole('button', { name: 'Lihat dulu' }).click()
  await page.getByRole('button', { name: /^Teruskan/ }).click()
  await page.goto(`/kelola/laporan/${id}`)
  expect(await textOf(page)).not.toContain('loket tiga')
  expect(await ledger()).toContain('belum pernah dibuka')
})

test('he asks for its words, Bu Lestari of the Ombudsman approves, he reads them until the time on the page', async () => {
  const { page } = dedi
  await page.getByRole('link', { name: 'Buka isi atau identitas' }).click()
  await page.getByRole('radio', { name: 'Isi laporan' }).check()
  await page.getByLabel('Dasar').selectOption('safety')
  await page.getByLabel('Alasan').fill(reason)
  await page.getByRole('button', { name: 'Minta persetujuan' }).click()
  expect(await textOf(page)).toContain('Menunggu orang kedua')
  expect(await page.getByRole('button', { name: /Setujui/ }).count()).toBe(0)
  await lestari.page.goto('/kelola/pembukaan')
  const waiting = lestari.page.locator('section.card', { hasText: reason })
  expect(await waiting.innerText()).not.toContain('loket tiga')
  await waiting.getByRole('button', { name: 'Setujui, lima belas menit' }).click()
  await page.goto(`/kelola/laporan/${report.id}`)
  expect(await textOf(page)).toContain(words)
  expect(await textOf(page)).toMatch(/Terbuka untuk Anda sampai pukul \d\d\.\d\d WIB/)
})

test('who she is he asks for too: the worker seals it for his browser alone', async () => {
  const { page } = dedi
  await page.goto(`/kelola/laporan/${report.id}/pembukaan`)
  await page.getByRole('radio', { name: 'Identitas pelapor' }).check()
  await page.getByLabel('Dasar').selectOption('contact')
  await page.getByLabel('Alasan').fill(reason)
  await page.getByRole('button', { name: 'Minta persetujuan' }).click()
  await lestari.page.goto(`/kelola/laporan/${report.id}/pembukaan`)
  await lestari.page.getByRole('button', { name: 'Setujui, lima belas menit' }).click()
  await page.goto(`/kelola/laporan/${report.id}/pembukaan`)
  await page.getByRole('button', { name: 'Tampilkan identitas' }).click()
  expect(await textOf(page)).toContain('Marta Bire')
  const address = page.url()
  await lestari.page.goto(address)
  expect(await textOf(lestari.page)).not.toContain('Marta')
})

test('both pages of it can be read by everybody', async () => {
  const desk = await openWindow(browser, url, 'ombudsman')
  expect(await desk.look(`/kelola/laporan/${report.id}/pembukaan`)).toEqual([])
  const anyone = await openWindow(browser, url)
  const look: Sight = async (page) => {
    await page.goto('/lacak')
    await page.getByLabel('Nomor laporan').fill(report.grouped)
    await page.getByLabel('Kunci laporan').fill(report.key)
    await page.getByRole('main').getByRole('button', { name: 'Lacak' }).click()
    await page.getByRole('button', { name: 'Siapa yang pernah membuka?' }).click()
  }
  expect(await anyone.look(look)).toEqual([])
})

test('Bu Marta reads who opened it, when and why: roles and offices, no names', async () => {
  const read = await ledger()
  for (const seen of [
    'Isi laporan',
    'Identitas pelapor',
    'Admin nasional',
    'Pengawas (Ombudsman RI)',
    reason,
    '1 kali',
  ])
    expect(read).toContain(seen)
  expect(read).not.toMatch(/Dedi|Lestari/)
  expect(marta.page.url()).not.toContain(report.key.slice(0, 8))
})
