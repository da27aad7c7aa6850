import { afterAll, expect, inject, test } from 'vitest'
import { reportListSchema } from '../src/publication/api-schemas.ts'
import { apiOf, tokenFor } from './api.ts'
import { launchBrowser } from './browser.ts'
import { openWindow, type Sight } from './sights.ts'
import { reportsInStages } from './stages.ts'

// Every page of a citizen, in every state it can be in, as everybody sees it: dark, narrow, magnified, in forced colours.

const { url, dataDir } = inject('product')
const { get } = apiOf(url)
const browser = await launchBrowser()
afterAll(() => browser.close())

const verifier = await tokenFor(dataDir, 'verifikator')
const coordinator = await tokenFor(dataDir, 'koordinator.kupang')
const known = await reportsInStages(url, { verifier, coordinator })
const stranger = await openWindow(browser, url)
const marta = await openWindow(browser, url, 'marta')

const long = 'Jalan berlubang dan gelap, sudah tiga bulan begini. '.repeat(240)

const filing: Record<string, Sight> = {
  'the home page': '/',
  'the home page in English': '/en',
  'the empty form': '/lapor',
  'a form with errors': async (page) => {
    await page.goto('/lapor')
    await page.locator('[name=telepon]').fill('bukan nomor')
    await page.getByRole('button', { name: 'Periksa lalu kirim' }).click()
  },
  'the check before sending': async (page) => {
    await page.goto('/lapor')
    await page.locator('[name=cerita]').fill('Lampu di depan Puskesmas Oebobo mati.')
    await page.getByRole('button', { name: 'Periksa lalu kirim' }).click()
  },
  'the check of a very long and secret report': async (page) => {
    await page.goto('/lapor')
    await page.locator('[name=cerita]').fill(long)
    await page.getByRole('radio', { name: 'Rahasia' }).first().check()
    await page.getByRole('button', { name: 'Periksa lalu kirim' }).click()
  },
  'the receipt': async (page) => {
    await page.goto('/lapor')
    await page.locator('[name=cerita]').fill('Lampu di depan Puskesmas Oebobo mati.')
    await page.getByRole('button', { name: 'Periksa lalu kirim' }).click()
    await page.getByRole('button', { name: 'Kirim laporan' }).click()
  },
  'a receipt that is gone': '/lapor/tanda-terima/tidak-ada',
}

const finding: Record<string, Sight> = {
  tracking: '/lacak',
  'tracking an ID that nobody knows': '/lacak?id=ZZZZZZZZZ',
  'tracking without an ID': async (page) => {
    await page.goto('/lacak')
    await page.getByRole('main').getByRole('button', { name: 'Lacak' }).click()
  },
  'the list': '/laporan',
  'the list with every filter':
    '/laporan?q=jalan&status=forwarded&klasifikasi=complaint&instansi=kota-kupang&urut=lama',
  'the list without a result': '/laporan?q=kata+yang+tidak+ada+di+mana+pun',
  'the offices': '/instansi',
  'an office': '/instansi/kota-kupang',
  'the statistics': '/statistik',
  'open data': '/data',
  'daily seals': '/audit',
  'the guide to the API': '/api',
  'what would have gone out': '/dev/outbox',
  'every component in every state': '/dev/komponen',
  'a page that does not exist': '/tidak-ada',
}

const accounts: Record<string, Sight> = {
  'signing in': '/masuk',
  'signing in with a wrong password': async (page) => {
    await page.goto('/masuk')
    await page.locator('[name=surel]').fill('marta@demo.lapor')
    await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click()
  },
  'words sent after the session ended': async (page) => {
    await page.goto('/masuk')
    await page.locator('[name=surel]').fill('Lampu sudah kami ganti kemarin.')
    await page.evaluate("document.querySelector('main form').action = '/kelola/laporan/K7M2QX4PR/jawaban'")
    await page.evaluate("document.querySelector('main form').submit()")
    await page.getByRole('heading', { name: 'Sesi Anda sudah berakhir' }).waitFor()
  },
  'signing up': '/daftar',
  'signing up with errors': async (page) => {
    await page.goto('/daftar')
    await page.getByRole('main').getByRole('button', { name: 'Daftar' }).click()
  },
}

test.each(Object.entries({ ...filing, ...finding, ...accounts }))(
  '%s: nothing stands in anyone’s way',
  async (_, sight) => {
    expect(await stranger.look(sight)).toEqual([])
  },
)

test.each(['/akun', '/akun/kata-sandi', '/keluar', '/lapor'])('Bu Marta signed in, %s', async (address) => {
  expect(await marta.look(address)).toEqual([])
})

test.each(Object.entries(known))('the reporter’s own page, %s', async (_, { id, key }) => {
  const open: Sight = async (page) => {
    await page.goto(`/lacak?milik=${id}`)
    await page.locator('[name=kunci]').fill(key)
    await page.getByRole('main').getByRole('button', { name: 'Lacak' }).click()
  }
  expect(await stranger.look(open)).toEqual([])
})

/** One public report of each look: by stage, manner and delay. */
async function publicLooks() {
  const { items } = reportListSchema.parse((await get('/reports?limit=100')).json)
  const looks = items.map(({ id, status, overdue }) => [[status.code, status.manner, overdue].join(' '), id] as const)
  return [...new Map([...looks, ['withdrawn', known.withdrawn.id], ['merged', known.merged.id]])]
}

test.each(await publicLooks())('a public report, %s', async (_, id) => {
  expect(await stranger.look(`/laporan/${id}`)).toEqual([])
})
