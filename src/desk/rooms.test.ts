import { expect, test } from 'vitest'
import { Hono } from 'hono'
import { receiptRoutes } from '../intake/receipt-routes.tsx'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi, marta, officerOf, rio } from '../testing/cast.ts'
import { testDeps } from '../testing/test-deps.ts'
import type { Actor } from '../report/actor.ts'
import { as } from '../report/as.ts'
import { nameAccused } from '../secrecy/name-accused.ts'
import type { Person } from '../accounts/person.ts'
import { deskApi } from './api.ts'
import { queueSchema } from './api-schemas.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

const db = await testDatabase()
const supervisor: Actor = { role: 'supervisor', accountId: '00000000-0000-4000-8000-0000000005e5' }
const muchLater = () => new Date('2026-02-10T02:00:00Z')

test.each([
  [officerOf(), ['verifikasi', 'pengawasan']],
  [coordinatorOf(), ['pengawasan']],
  [dedi, ['antrian', 'lapor-langsung']],
  [supervisor, ['verifikasi', 'antrian', 'lapor-langsung']],
  [
    { role: 'operator', accountId: supervisor.accountId } as Actor,
    ['verifikasi', 'antrian', 'kalender', 'instansi', 'pengawasan', 'laporan/K7M2QX4PR'],
  ],
])('pages of another role do not exist', async (actor, pages) => {
  for (const page of pages) expect([page, (await deskOf(db, actor).get(`/kelola/${page}`)).status]).toEqual([page, 404])
})

test('supervisors see who is late and what is passed around, of confidential reports no word', async () => {
  const late = await aReport(db, { stage: 'in_progress', title: 'Pipa bocor di Oebufu' })
  const secret = await aReport(db, { stage: 'forwarded', title: 'Sangat rahasia sekali', confidential: true })
  const page = await deskOf(db, supervisor, muchLater).page('/kelola/pengawasan?instansi=kota-kupang')
  for (const words of [
    late.trackingId.slice(0, 3),
    'Pipa bocor di Oebufu',
    secret.trackingId.slice(0, 3),
    'Pemkot Kupang',
    'Laporan rahasia',
  ])
    expect(page).toContain(words)
  expect(page).not.toContain('Sangat rahasia')
  const opened = await deskOf(db, supervisor, muchLater).page(`/kelola/laporan/${secret.trackingId}`)
  expect(opened).toContain('Isi laporan ini rahasia')
  expect(opened).not.toContain('Sangat rahasia')
})

test('the national desk adds a day off after seeing what it touches, with its reason', async () => {
  const desk = deskOf(db, dedi)
  await aReport(db)
  const fields = { day: '2026-01-16', name: 'Hari berkabung nasional', kind: 'national', reason: 'Keppres 1/2026' }
  const gaps = await desk.post('/kelola/kalender', { ...fields, day: '2026-02-30', reason: '' })
  expect(gaps.status).toBe(422)
  expect(await gaps.text()).toContain('Pilih hari yang ada di kalender.')
  const asked = await (await desk.post('/kelola/kalender', fields)).text()
  expect(asked).toMatch(/[1-9]\d* tenggat yang masih berjalan/)
  const done = await desk.post('/kelola/kalender', { ...fieldsOf(asked, '/kelola/kalender'), reason: fields.reason })
  expect(done.headers.get('location')).toBe('/kelola/kalender?tahun=2026&sudah=1')
  const page = await desk.page('/kelola/kalender?tahun=2026')
  expect(page).toContain('Hari berkabung nasional')
  expect(page).toContain('Keppres 1/2026')
})

test('a coordinator closes the own office only, and takes only that back', async () => {
  const kupang = deskOf(db, coordinatorOf())
  const fields = { day: '2026-01-23', name: 'HUT Kota Kupang', kind: 'national', reason: 'SK Wali Kota', sure: '1' }
  expect((await kupang.post('/kelola/kalender', fields)).status).toBe(303)
  const row = await db.owner
    .selectFrom('publication.holiday')
    .selectAll()
    .where('name', '=', 'HUT Kota Kupang')
    .executeTakeFirstOrThrow()
  expect([row.kind, row.agency_id]).toEqual(['closure', 'kota-kupang'])
  expect(await deskOf(db, officerOf()).page('/kelola/kalender?tahun=2026')).toContain('HUT Kota Kupang')
  expect(await deskOf(db, coordinatorOf('kab-luwu')).page('/kelola/kalender?tahun=2026')).not.toContain(
    'HUT Kota Kupang',
  )
  const national = await db.owner
    .selectFrom('publication.holiday')
    .select('id')
    .where('kind', '=', 'national')
    .executeTakeFirstOrThrow()
  expect((await kupang.get(`/kelola/kalender?hapus=${national.id}`)).status).toBe(404)
  expect((await kupang.post('/kelola/kalender', { remove: String(national.id), reason: 'x', sure: '1' })).status).toBe(
    404,
  )
  expect(
    (await deskOf(db, coordinatorOf('kab-luwu')).post('/kelola/kalender', { remove: String(row.id), reason: 'x' }))
      .status,
  ).toBe(404)
  const asked = await kupang.page(`/kelola/kalender?hapus=${row.id}`)
  expect(
    (await kupang.post('/kelola/kalender', { ...fieldsOf(asked, '/kelola/kalender'), reason: 'Batal' })).status,
  ).toBe(303)
  expect((await deskOf(db, officerOf()).post('/kelola/kalender', fields)).status).toBe(404)
})

test('the tree of offices can be read, searched and opened', async () => {
  const desk = deskOf(db, dedi)
  expect(await desk.page('/kelola/instansi?q=kotkupang')).toContain('Pemerintah Kota Kupang')
  const kupang = await desk.page('/kelola/instansi?di=kota-kupang')
  for (const words of ['KOTKUPANG', 'WITA', 'Dinas Kesehatan Kota Kupang']) expect(kupang).toContain(words)
  expect((await desk.get('/kelola/instansi?di=atlantis')).status).toBe(404)
  expect(await desk.page("/kelola/instansi?q=100%25'")).toContain('Tidak ada instansi')
})

test('an officer files for a visitor once, and prints ID and key', async () => {
  const sari = deskOf(db, officerOf())
  const form = fieldsOf(await sari.page('/kelola/lapor-langsung'), '/kelola/lapor-langsung')
  const empty = await sari.post('/kelola/lapor-langsung', { ...form, nama: 'Pak Yos' })
  expect([empty.status, (await empty.text()).includes('Pak Yos')]).toEqual([422, true])
  const fields = {
    ...form,
    cerita: 'Air PDAM mati tiga hari di Oebobo.',
    nama: 'Pak Yos',
    wilayah: 'kota kupang',
    jenis: 'complaint',
    langkah: 'kirim',
  }
  const filed = await sari.post('/kelola/lapor-langsung', fields)
  const again = await sari.post('/kelola/lapor-langsung', fields)
  expect([filed.status, filed.headers.get('location')]).toEqual([303, again.headers.get('location')])
  const receipt = await sari.page(filed.headers.get('location') ?? '')
  expect(receipt).toMatch(/Kunci laporan/)
  const rows = await db.owner
    .selectFrom('casework.report')
    .select(['id', 'channel', 'area_code'])
    .where('channel', '=', 'walk_in')
    .execute()
  expect(rows).toMatchObject([{ channel: 'walk_in', area_code: '53.71' }])
  expect((await sari.post('/kelola/lapor-langsung', { ...fields, cerita: 'Lain.' })).status).toBe(409)
  expect((await sari.get('/kelola/lapor-langsung/bukan-kunci')).status).toBe(404)
  const printed = filed.headers.get('location') ?? ''
  const nonce = printed.split('/').at(-1)
  expect((await receiptRoutes(sari.deps).request(`/lapor/tanda-terima/${nonce}`)).status).toBe(404)
  const { id = '' } = rows[0] ?? {}
  const setting = { rules: await sari.deps.rules(), directory: await sari.deps.directory(), now: sari.deps.now() }
  await as(db.web, marta(id), (tx) => nameAccused(tx, marta(id), id, ['Dinas Kesehatan Kota Kupang'], setting))
  expect((await sari.get(printed)).status).toBe(404)
})

test('GET /queue gives an office its work by token, in pages, and nobody else’s', async () => {
  const api = (actor: Actor | undefined, knownBy: 'token' | 'cookie' = 'token') =>
    new Hono()
      .use(async (c, next) => {
        c.set('person', actor && ({ role: actor.role, accountId: actor.accountId, agencyId: actor.agencyId } as Person))
        c.set('knownBy', actor && knownBy)
        await next()
      })
      .route('/api/v1', deskApi(testDeps(db)))
  const luwu = []
  for (let n = 0; n < 3; n++)
    luwu.push(await aReport(db, { stage: 'forwarded', agency: 'kab-luwu', title: `Luwu ${n}` }))
  const first = queueSchema.parse(await (await api(coordinatorOf('kab-luwu')).request('/api/v1/queue?limit=2')).json())
  const second = queueSchema.parse(
    await (await api(coordinatorOf('kab-luwu')).request(`/api/v1/queue?cursor=${first.next}`)).json(),
  )
  const ids = [...first.items, ...second.items].map((item) => item.id)
  expect(ids.sort()).toEqual(luwu.map((made) => made.trackingId).sort())
  expect(second.next).toBeNull()
  expect((await api(undefined).request('/api/v1/queue')).status).toBe(401)
  expect((await api(dedi, 'cookie').request('/api/v1/queue')).status).toBe(401)
  expect((await api(rio).request('/api/v1/queue')).status).toBe(403)
  for (const limit of [0, 101]) expect((await api(dedi).request(`/api/v1/queue?limit=${limit}`)).status).toBe(422)
  expect((await api(dedi).request('/api/v1/queue?limit=100')).status).toBe(200)
  expect((await api(dedi).request('/api/v1/queue?cursor=x')).status).toBe(422)
})
