import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { readCursor } from './cursor.ts'
import { publicSite } from './testing/public-site.ts'

const db = await testDatabase()
const site = publicSite(db)

const titles = {
  clinic: 'Antrean puskesmas terlalu lama',
  road: 'Jalan berlubang di Kelurahan Oesapa',
  campus: 'Biaya wisuda politeknik',
  secret: 'Pungutan liar petugas',
  gone: 'Laporan yang dicabut',
}
const made = {} as Record<keyof typeof titles, Made>

beforeAll(async () => {
  made.clinic = await aReport(db, { title: titles.clinic, stage: 'answered', category: 'puskesmas', areaCode: '53.71' })
  made.road = await aReport(db, { title: titles.road, stage: 'forwarded', category: 'jalan', areaCode: '53.71.04' })
  made.campus = await aReport(db, {
    title: titles.campus,
    stage: 'forwarded',
    agency: 'politeknik-negeri-kupang',
    kind: 'information_request',
  })
  made.secret = await aReport(db, { title: titles.secret, stage: 'forwarded', confidential: true })
  made.gone = await aReport(db, { title: titles.gone, stage: 'withdrawn' })
})

/** The IDs on a page, in order. */
async function idsOn(path: string): Promise<string[]> {
  const page = await site.text(path)
  return [...page.matchAll(/<article class="report-card">.*?\/laporan\/([0-9A-Z]{9})"/g)].map((found) => found[1] ?? '')
}

test('the list shows public reports, newest first; confidential and withdrawn ones are not on it', async () => {
  expect((await idsOn('/laporan')).sort()).toEqual(
    [made.clinic, made.road, made.campus].map((m) => m.trackingId).sort(),
  )
})

test.each([
  ['kategori=kesehatan', ['clinic']],
  ['kategori=puskesmas&status=answered', ['clinic']],
  ['kategori=kesehatan&status=forwarded', []],
  ['wilayah=53', ['clinic', 'road']],
  ['wilayah=53.71', ['clinic', 'road']],
  ['wilayah=53.71.04', ['road']],
  ['wilayah=31', []],
  ['instansi=kota-kupang', ['clinic', 'road']],
  ['instansi=kota-kupang-dinkes', ['clinic', 'road']],
  ['instansi=kemdiktisaintek', ['campus']],
  ['instansi=kota-kupang&kategori=jalan', ['road']],
  ['klasifikasi=information_request', ['campus']],
  ['status=forwarded', ['road', 'campus']],
  ['status=withdrawn', ['gone']],
  ['q=berlubang', ['road']],
  ['q=%22antrean+puskesmas%22', ['clinic']],
  ['q=pungutan', []],
  ['dari=2026-01-14&sampai=2026-01-14', ['clinic', 'road', 'campus']],
  ['sampai=2026-01-13', []],
] as const)('the filter %s finds %j', async (query, wanted) => {
  const found = await idsOn(`/laporan?${query}`)
  expect(found.sort()).toEqual(wanted.map((name) => made[name].trackingId).sort())
})

test('no filter, order or cursor tells when a withdrawn report had been published', async () => {
  const days = ['2025-11-03', '2025-12-01', '2026-01-05'] as const
  const gone = [made.gone]
  for (const day of days) gone.push(await aReport(db, { stage: 'withdrawn', at: new Date(`${day}T03:00:00Z`) }))
  const byId = gone.map(({ trackingId }) => trackingId).sort()
  for (const query of ['dari=2025-12-01', 'sampai=2026-01-05', 'dari=2025-01-01&sampai=2026-12-31'])
    expect(await idsOn(`/laporan?status=withdrawn&${query}`)).toEqual([])
  const first = await site.json('/api/v1/reports?status=withdrawn&limit=2&urut=terlama')
  const second = await site.json(`/api/v1/reports?status=withdrawn&urut=terlama&cursor=${first.next}`)
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(byId)
  expect(readCursor(first.next)).toEqual({ publishedAt: new Date(0), id: byId[1] })
})

test('whatever is typed into the address, the page comes and says what it left out', async () => {
  const query = `status=%00&kategori=${'x'.repeat(5000)}&instansi=%EF%BF%BF&wilayah='--&dari=x&setelah=%F0%9F%98%80&per=NaN`
  const response = await site.get(`/laporan?${query}&q=%00%22%27(%26!|<script>alert(1)</script>`)
  const page = await response.text()
  expect(response.status).toBe(200)
  expect(page).toContain('tidak kami kenali')
  expect(page).not.toContain('<script>alert')
})

test('pages follow each other without a gap or a repeat while new reports come in', async () => {
  const first = await idsOn('/laporan?per=2')
  const link = /href="(\/laporan\?[^"]*setelah[^"]*)"/
    .exec(await site.text('/laporan?per=2'))?.[1]
    ?.replaceAll('&amp;', '&')
  const late = await aReport(db, { stage: 'forwarded', at: new Date('2026-01-14T09:00:00Z') })
  const second = await idsOn(link ?? '')
  expect(first).toHaveLength(2)
  expect(second).toHaveLength(1)
  expect(new Set([...first, ...second]).size).toBe(3)
  expect([...first, ...second]).not.toContain(late.trackingId)
})

test('a title is shown as it was written, never run', async () => {
  await aReport(db, { stage: 'forwarded', title: '<img src=x onerror=alert(1)> & "kutip"' })
  const page = await site.text('/laporan')
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;kutip&quot;')
})

test('the same list in English is one click away', async () => {
  expect(await site.text('/en/laporan?status=closed')).toContain('href="/laporan?status=closed"')
  expect(await site.text('/laporan?status=closed')).toContain('href="/en/laporan?status=closed"')
})
