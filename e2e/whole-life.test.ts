import { afterAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { signedIn, someone } from './people.ts'
import { metadataIn, phonePhoto } from './photo.ts'

// A report's whole life in a real browser without scripts, as the people in it live it: what one does is read by the next.

const { url } = inject('product')
const browser = await launchBrowser()
const marta = await someone(browser, url)
const dedi = await signedIn(browser, url, 'verifikator')
const yuli = await signedIn(browser, url, 'koordinator.kupang')
const sari = await signedIn(browser, url, 'dinkes.kupang')
const rio = await someone(browser, url)

const report = { id: '', grouped: '', key: '' }
const title = 'Puskesmas Oebobo tutup sejak Senin tanpa pengumuman'

afterAll(() => browser.close())

/** What a passer-by reads on the public page. */
async function publicPage() {
  const answer = await rio.page.goto(`/laporan/${report.id}`)
  const main = rio.page.getByRole('main')
  return { status: answer?.status(), words: (await main.innerText()).replace(/\s+/g, ' '), main }
}

test('Bu Marta files without a name, with a photo, and keeps a receipt', async () => {
  const { page } = marta
  await page.goto('/')
  await page.getByLabel('Apa yang terjadi?').fill('Puskesmas Oebobo tutup sejak Senin, tidak ada kertas di pintu.')
  await page.getByRole('button', { name: 'Tulis laporan' }).click()
  await page.getByRole('radio', { name: 'Anonim' }).check()
  const photo = { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto() }
  await page.locator('input[type=file]').setInputFiles(photo)
  await page.getByRole('button', { name: 'Periksa lalu kirim' }).click()
  expect(await page.getByRole('main').innerText()).toContain('Puskesmas Oebobo tutup sejak Senin')
  await page.getByRole('button', { name: 'Kirim laporan' }).click()
  expect(new URL(page.url()).pathname).toMatch(/^\/lapor\/tanda-terima\//)
  const [id = '', key = ''] = await page.locator('.code').allInnerTexts()
  Object.assign(report, { grouped: id, id: id.replace(/\W/g, ''), key })
  expect(report.id).toMatch(/^[0-9A-Z]{9}$/)
  expect(key.length).toBeGreaterThan(16)
  expect(await page.context().cookies()).toEqual([])
})

test('nobody reads it before it is verified', async () => {
  expect((await publicPage()).status).toBe(404)
})

test('Pak Dedi looks at what the public will read, and forwards it to Kupang', async () => {
  const { page } = dedi
  await page.goto(`/kelola/verifikasi?q=${report.id}`)
  await page.getByRole('link', { name: 'Verifikasi dan teruskan' }).click()
  await page.getByLabel('Judul').fill(title)
  await page.locator('[name=agency]').fill('Pemerintah Kota Kupang')
  await page.getByRole('button', { name: 'Lihat dulu' }).click()
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Inilah yang akan dibaca semua orang')
  expect((await publicPage()).status).toBe(404)
  await page.getByRole('button', { name: 'Teruskan dan terbitkan' }).click()
  const { status, words } = await publicPage()
  expect(status).toBe(200)
  for (const seen of ['Belum ditindaklanjuti', title, 'Pemerintah Kota Kupang', 'Giliran Pemerintah Kota Kupang'])
    expect(words).toContain(seen)
  expect(words).not.toContain('Marta')
})

test('the photo is public and tells nothing but what it shows', async () => {
  const { main } = await publicPage()
  const address = await main.locator('.pictures a').getAttribute('href')
  const shown = await rio.page.request.get(address ?? '')
  expect(shown.headers()['content-type']).toMatch(/^image\//)
  expect(shown.headers()['x-content-type-options']).toBe('nosniff')
  const picture = await shown.body()
  expect(await metadataIn(picture)).toEqual([])
  expect(picture.toString('latin1')).not.toContain('Marta')
  expect(address).not.toContain('IMG_2041')
})

test('Bu Yuli assigns it to the health office: it is being worked on', async () => {
  const { page } = yuli
  await page.goto(`/kelola/laporan/${report.id}`)
  await page.getByText('Disposisikan ke unit').click()
  await page.getByLabel('Unit', { exact: true }).selectOption('kota-kupang-dinkes')
  await page.getByRole('button', { name: 'Disposisikan', exact: true }).click()
  expect((await publicPage()).words).toContain('Sedang diproses')
})

async function sariAnswers(words: string) {
  const { page } = sari
  await page.goto(`/kelola/laporan/${report.id}`)
  await page.getByText('Jawab laporan').click()
  const form = page.locator('form[action$="/jawaban"]')
  await form.getByText('Sudah dikerjakan.').click()
  await form.getByLabel('Jawaban', { exact: true }).fill(words)
  await form.getByRole('button', { name: 'Kirim jawaban' }).click()
  expect(await page.getByRole('main').innerText()).toContain('Jawaban terkirim')
}

test('dr. Sari answers; the public reads it under the name of her office, not hers', async () => {
  await sariAnswers('Puskesmas tutup karena atapnya bocor. Pelayanan pindah ke Pustu Oebobo mulai hari ini.')
  const { words } = await publicPage()
  for (const seen of ['Sudah ditindaklanjuti, menunggu pelapor', 'atapnya bocor', 'Dinas Kesehatan Kota Kupang'])
    expect(words).toContain(seen)
  expect(words).not.toContain('Sari')
})

async function martaOpens() {
  const { page } = marta
  await page.goto('/lacak')
  await page.getByLabel('Nomor laporan').fill(report.grouped.toLowerCase())
  await page.getByLabel('Kunci laporan').fill(report.key)
  await page.getByRole('main').getByRole('button', { name: 'Lacak' }).click()
  expect(await page.getByRole('main').innerText()).toContain('Apakah masalahnya selesai?')
  return page
}

test('Bu Marta says "belum" with her ID and key: the office has to answer again', async () => {
  const page = await martaOpens()
  await page.getByLabel('Apa yang belum selesai?').fill('Pustu Oebobo juga terkunci siang ini.')
  await page.getByRole('button', { name: 'Kirim: belum selesai' }).click()
  const { words } = await publicPage()
  for (const seen of ['Sedang diproses', 'Pustu Oebobo juga terkunci', 'Giliran Pemerintah Kota Kupang'])
    expect(words).toContain(seen)
})

test('the second answer comes, and Bu Marta confirms it', async () => {
  await sariAnswers('Kunci sudah diserahkan ke petugas Pustu; buka setiap hari kerja pukul 08.00–14.00.')
  expect((await publicPage()).words).toContain('Sudah ditindaklanjuti, menunggu pelapor')
  const page = await martaOpens()
  await page.getByLabel('Nilai untuk penanganannya').selectOption('4')
  await page.getByRole('button', { name: 'Ya, selesai' }).click()
  const { words } = await publicPage()
  for (const seen of ['Selesai, dikonfirmasi pelapor', 'atapnya bocor', 'Pustu Oebobo juga terkunci', 'Kunci sudah'])
    expect(words).toContain(seen)
})

test('the key was never in an address, and the report is in the public list', async () => {
  expect(marta.page.url()).not.toContain(report.key.slice(0, 8))
  await rio.page.goto(`/laporan?q=${encodeURIComponent('puskesmas oebobo tutup')}`)
  expect(await rio.page.getByRole('main').innerText()).toContain(title)
})
