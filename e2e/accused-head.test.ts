import { afterAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { signedIn, someone } from './people.ts'

// A report against the head of an office, in a real browser without scripts: the head finds nothing, somebody else answers,
// the reporter reads who opened it, then the answer, then erases their traces.

const { url } = inject('product')
const browser = await launchBrowser()
const marta = await someone(browser, url)
const dedi = await signedIn(browser, url, 'verifikator')
const yuli = await signedIn(browser, url, 'koordinator.kupang')
const maria = await signedIn(browser, url, 'inspektorat.kupang')
const sari = await signedIn(browser, url, 'dinkes.kupang')

const report = { id: '', grouped: '', key: '' }
const story = 'Kepala dinas menyuruh kami menandatangani daftar hadir rapat yang tidak pernah ada.'

afterAll(() => browser.close())

const textOf = (page: typeof marta.page) => page.getByRole('main').innerText()

/** Status and words of an address as dr. Sari gets them, the ID in them apart. */
async function answerOf(path: string, id: string) {
  const answer = await sari.page.goto(path)
  return [answer?.status(), (await answer?.text())?.replaceAll(id, 'ID')] as const
}

/** Wherever dr. Sari looks: her desk, the public side, and every address that the report could have. */
async function sariFindsNothing() {
  const { page } = sari
  for (const path of [
    '/kelola/antrian',
    '/laporan',
    '/laporan?q=daftar+hadir',
    '/instansi/kota-kupang',
    '/data',
    '/',
  ]) {
    await page.goto(path)
    const html = await page.content()
    expect([path, html.includes(report.id) || html.includes(report.grouped)]).toEqual([path, false])
    expect([path, html.includes('daftar hadir rapat')]).toEqual([path, false])
  }
  const below = ['', '/jawaban', '/catatan', '/terlapor', '/penerusan', '/pembukaan']
  for (const start of ['/kelola/laporan', '/laporan', '/api/v1/reports'])
    for (const rest of start === '/kelola/laporan' ? below : ['']) {
      const hidden = await answerOf(`${start}/${report.id}${rest}`, report.id)
      const absent = await answerOf(`${start}/K7M2QX4PR${rest}`, 'K7M2QX4PR')
      expect([start, rest, hidden]).toEqual([start, rest, absent])
      expect(hidden[0]).toBe(404)
    }
}

test('Bu Marta reports the head of the health office, anonymous and confidential, and is told who will not find it', async () => {
  const { page } = marta
  await page.goto('/lapor')
  await page.getByLabel('Apa yang terjadi?').fill(story)
  await page.getByText('Perlu lebih aman?').click()
  await page.getByLabel('Rahasia dan anonim sekaligus').check()
  await page.getByText('Bila Anda tahu: instansi, kategori, siapa').click()
  await page.getByLabel('Siapa yang Anda laporkan?').fill('Kepala Dinas Kesehatan Kota Kupang')
  await page.getByRole('button', { name: 'Periksa lalu kirim' }).click()
  expect(await textOf(page)).toContain('Siapa pun yang Anda laporkan tidak dapat menemukan laporan ini')
  await page.getByRole('button', { name: 'Kirim laporan' }).click()
  const [id = '', key = ''] = await page.locator('.code').allInnerTexts()
  Object.assign(report, { grouped: id, id: id.replace(/\W/g, ''), key })
  expect(report.id).toMatch(/^[0-9A-Z]{9}$/)
  await sariFindsNothing()
})

test('Pak Dedi forwards it to her very office: it goes to the one above instead, and she still finds nothing', async () => {
  const { page } = dedi
  await page.goto(`/kelola/laporan/${report.id}/penerusan`)
  await page.locator('[name=agency]').fill('Dinas Kesehatan Kota Kupang')
  await page.getByRole('button', { name: 'Lihat dulu' }).click()
  await page.getByRole('button', { name: /^Teruskan/ }).click()
  await sariFindsNothing()
  await yuli.page.goto(`/kelola/laporan/${report.id}`)
  expect(await textOf(yuli.page)).toContain(story)
})

test('Bu Yuli gives it to the inspectorate, where Bu Maria answers', async () => {
  const { page } = yuli
  await page.getByText('Disposisikan ke unit').click()
  await page.getByLabel('Unit', { exact: true }).selectOption('kota-kupang-inspektorat')
  await page.getByRole('button', { name: 'Disposisikan', exact: true }).click()
  await maria.page.goto(`/kelola/laporan/${report.id}`)
  expect(await textOf(maria.page)).not.toContain('Marta')
  await maria.page.getByText('Jawab laporan').click()
  const form = maria.page.locator('form[action$="/jawaban"]')
  await form.getByText('Sudah dikerjakan.').click()
  await form
    .getByLabel('Jawaban', { exact: true })
    .fill('Pemeriksaan selesai; pembayaran rapat itu dikembalikan ke kas.')
  await form.getByRole('button', { name: 'Kirim jawaban' }).click()
  expect(await textOf(maria.page)).toContain('Jawaban terkirim')
  await sariFindsNothing()
})

async function martaOpens() {
  const { page } = marta
  await page.goto('/lacak')
  await page.getByLabel('Nomor laporan').fill(report.grouped)
  await page.getByLabel('Kunci laporan').fill(report.key)
  await page.getByRole('main').getByRole('button', { name: 'Lacak' }).click()
  return page
}

test('Bu Marta reads that nobody opened it, reads the answer, and erases her traces', async () => {
  const page = await martaOpens()
  expect(await textOf(page)).toContain('dikembalikan ke kas')
  await page.getByRole('button', { name: 'Siapa yang pernah membuka?' }).click()
  expect(await textOf(page)).toContain('belum pernah dibuka')
  await martaOpens()
  await page.getByRole('button', { name: 'Ya, selesai' }).click()
  await page.getByText('Kerahasiaan, pencabutan, hapus jejak').click()
  await page.getByRole('button', { name: 'Hapus semua jejak' }).click()
  await page.getByRole('button', { name: 'Ya, hapus selamanya' }).click()
  expect(await textOf(page)).toContain('Jejak Anda dihapus')
  await martaOpens()
  expect(await textOf(page)).not.toContain('dikembalikan ke kas')
  await sariFindsNothing()
})
