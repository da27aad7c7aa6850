import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { askOpening, decideOpening, lookThrough } from '../secrecy/break-glass.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { bagas, dedi, lestari } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { testDeps, testKeeper } from '../testing/test-deps.ts'
import { pathWithoutLocale } from '../ui/locale.ts'
import { myReportRoutes } from './routes.tsx'

const db = await testDatabase()
const asked = new Date('2026-01-20T07:20:00Z')
const minutes = (n: number) => new Date(asked.getTime() + n * 60_000)
const app = new Hono({ getPath: pathWithoutLocale })
  .route('/', myReportRoutes(testDeps(db, () => minutes(30))))
  .notFound((c) => c.text('Tidak ada apa-apa di alamat ini.', 404))

beforeAll(() => onDuty(db, dedi, lestari, bagas))

async function ledger({ trackingId }: Pick<Made, 'trackingId'>, kunci: string) {
  const response = await app.request(`/laporan/${trackingId}/pembukaan`, {
    method: 'POST',
    body: new URLSearchParams({ kunci }),
  })
  return { status: response.status, html: await response.text(), cache: response.headers.get('cache-control') }
}

test('before anybody asked, the page says that it was never opened, and the private view leads there', async () => {
  const made = await aReport(db, { stage: 'in_progress', confidential: true })
  const { status, html, cache } = await ledger(made, made.key)
  expect([status, cache]).toEqual([200, 'no-store'])
  expect(html).toContain('belum pernah dibuka')
  const mine = await app.request(`/laporan/${made.trackingId}/saya`, { headers: { 'report-key': made.key } })
  expect(await mine.text()).toContain('Siapa yang pernah membuka?')
})

test('whoever saw only a picture did not see nothing', async () => {
  const made = await aReport(db, { stage: 'in_progress', confidential: true })
  const why = { ground: 'safety', reason: 'Pelapor diancam.' } as const
  const n = await as(db.web, dedi, (tx) => askOpening(tx, testKeeper, made.id, { what: 'text', ...why }, asked))
  await as(db.web, lestari, (tx) => decideOpening(tx, made.id, n, 'approved', minutes(5)))
  expect((await ledger(made, made.key)).html).toContain('belum pernah')
  await as(db.web, dedi, (tx) => lookThrough(tx, made.id, 'text', 'picture', minutes(6)))
  const { html } = await ledger(made, made.key)
  expect(html).toContain('foto 1 kali, terakhir 20 Januari 2026, 15.26 WITA')
  expect(html).not.toContain('belum pernah')
})

test('the reporter reads who asked, when, why, who agreed and how often it was read: offices, never names', async () => {
  const made = await aReport(db, { stage: 'in_progress', confidential: true, anonymous: true })
  const why = { ground: 'safety', reason: 'Pelapor diancam di kantornya sendiri.' } as const
  const n = await as(db.web, dedi, (tx) => askOpening(tx, testKeeper, made.id, { what: 'text', ...why }, asked))
  await as(db.web, lestari, (tx) => decideOpening(tx, made.id, n, 'approved', minutes(5)))
  await as(db.web, dedi, (tx) => lookThrough(tx, made.id, 'text', 'page', minutes(6)))
  const refused = await as(db.web, bagas, (tx) =>
    askOpening(tx, testKeeper, made.id, { what: 'identity', ...why }, minutes(7)),
  )
  await as(db.web, lestari, (tx) => decideOpening(tx, made.id, refused, 'refused', minutes(8)))
  const { html } = await ledger(made, made.key)
  for (const words of [
    'Isi laporan',
    'Identitas pelapor',
    'Admin nasional',
    'Pengawas (Ombudsman RI)',
    'Pengawas (KSP)',
    'Keselamatan pelapor',
    'Pelapor diancam di kantornya sendiri.',
    'Sudah tertutup pukul 15.40 WITA',
    '1 kali, terakhir 20 Januari 2026, 15.26 WITA',
    'Ditolak',
  ])
    expect(html).toContain(words)
  expect(html).not.toMatch(/Petugas [0-9a-f]{4}/)
  expect(html).not.toContain('belum pernah dibuka')
})

test('with a wrong key the ledger is as absent as an unknown report', async () => {
  const made = await aReport(db, { stage: 'forwarded' })
  const wrong = await ledger(made, '2222-2222-2222-2222-2222')
  const unknown = await ledger({ trackingId: 'K7M2QX4PR' }, made.key)
  expect(wrong).toEqual(unknown)
  expect(wrong.status).toBe(404)
})
