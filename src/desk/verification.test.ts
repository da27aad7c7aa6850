import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi, officerOf, rio } from '../testing/cast.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

const db = await testDatabase()
const desk = deskOf(db, dedi)

test('a stranger is led to sign in and back, and for a citizen the console does not exist', async () => {
  const stranger = await deskOf(db).get('/kelola/verifikasi?lewat=1')
  expect(stranger.status).toBe(303)
  expect(stranger.headers.get('location')).toBe('/masuk?lanjut=%2Fkelola%2Fverifikasi%3Flewat%3D1')
  for (const path of ['/kelola', '/kelola/verifikasi', '/kelola/antrian', '/kelola/laporan/K7M2QX4PR']) {
    expect((await deskOf(db, rio).get(path)).status).toBe(404)
  }
})

test.each([
  [dedi, '/kelola/verifikasi'],
  [coordinatorOf(), '/kelola/antrian'],
  [officerOf(), '/kelola/antrian'],
  [{ role: 'supervisor' } as const, '/kelola/pengawasan'],
])('the day begins at one’s own desk', async (actor, home) => {
  const answer = await deskOf(db, actor).get('/kelola')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, home])
})

test('what waits is listed, the most urgent first, page by page', async () => {
  const later = await aReport(db, { title: 'Masuk belakangan', at: new Date('2026-01-20T01:00:00Z') })
  const first = await aReport(db, { title: 'Masuk duluan', at: new Date('2026-01-12T01:00:00Z') })
  const page = await desk.page('/kelola/verifikasi')
  expect(page.indexOf(first.trackingId)).toBeGreaterThan(0)
  expect(page.indexOf(first.trackingId)).toBeLessThan(page.indexOf(later.trackingId))
  for (let n = 0; n < 30; n++) await aReport(db, { text: `Laporan ke-${n}`, at: new Date('2026-01-13T01:00:00Z') })
  const many = await desk.page('/kelola/verifikasi')
  const next = /href="(\/kelola\/verifikasi\?setelah=[^"]+)"/.exec(many)?.[1] ?? ''
  const second = await desk.page(next)
  expect(many).not.toContain(later.trackingId)
  expect(second).toContain(later.trackingId)
  expect(second).not.toContain(first.trackingId)
})

test('a report is found by its number in any writing, and narrowed to by kind, returns and lateness', async () => {
  const made = await aReport(db, { kind: 'aspiration', published: true, at: new Date('2026-01-05T01:00:00Z') })
  const found = await desk.get(`/kelola/verifikasi?q=${made.trackingId.toLowerCase()}`)
  expect(found.headers.get('location')).toBe(`/kelola/laporan/${made.trackingId}`)
  for (const query of ['klasifikasi=aspiration', 'kembali=1', 'lewat=1', `q=${made.trackingId.slice(2, 7)}`]) {
    expect(await desk.page(`/kelola/verifikasi?${query}`)).toContain(made.trackingId)
  }
  expect(await desk.page('/kelola/verifikasi?klasifikasi=complaint')).not.toContain(made.trackingId)
})

test('nothing is forwarded that was not shown first, exactly as the public will read it', async () => {
  const { trackingId } = await aReport(db, {
    text: 'Telepon saya 0812. Lampu jalan mati.',
    at: new Date('2026-01-14T00:00:00Z'),
  })
  const address = `/kelola/laporan/${trackingId}/penerusan`
  const edited = {
    ...fieldsOf(await desk.page(address), '/penerusan'),
    title: 'Lampu jalan mati',
    text: 'Lampu jalan mati sejak dua minggu.',
    kind: 'complaint',
    agency: 'pemkot kupang',
  }
  const preview = await desk.post(address, edited)
  const shown = await preview.text()
  expect(preview.status).toBe(200)
  expect(shown).toContain('Lampu jalan mati sejak dua minggu.')
  expect(shown).not.toContain('0812')
  expect(
    await db.publicDb.selectFrom('publication.report').select('title').where('tracking_id', '=', trackingId).execute(),
  ).toEqual([])
  const approved = { ...fieldsOf(shown, '/penerusan'), step: 'send' }
  const tampered = await desk.post(address, { ...approved, text: 'Telepon saya 0812' })
  expect(tampered.status).toBe(200)
  const sent = await desk.post(address, approved)
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `/kelola/laporan/${trackingId}?sudah=penerusan`])
  const copy = await db.publicDb
    .selectFrom('publication.report')
    .selectAll()
    .where('tracking_id', '=', trackingId)
    .executeTakeFirst()
  expect(copy).toMatchObject({
    title: 'Lampu jalan mati',
    text: 'Lampu jalan mati sejak dua minggu.',
    agency_id: 'kota-kupang',
  })
  const report = await desk.page(`/kelola/laporan/${trackingId}?sudah=penerusan`)
  expect(report).toContain('Diteruskan.')
  expect(report).toContain('Telepon saya 0812. Lampu jalan mati.')
})

test('a forward form with gaps comes back with every reason and what was typed', async () => {
  const { trackingId } = await aReport(db)
  const address = `/kelola/laporan/${trackingId}/penerusan`
  const answer = await desk.post(address, {
    seenSeq: '1',
    title: ' ',
    text: 'Tetap ada',
    kind: 'x',
    agency: 'Dinas Antah Berantah',
    area: 'Atlantis',
  })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  for (const words of [
    'Tulis judul laporan.',
    'Pilih klasifikasi.',
    'Instansi itu belum dikenal',
    'Wilayah itu belum dikenal',
    'Tetap ada',
  ])
    expect(page).toContain(words)
})

test('a hold needs a question that says what one SMS holds, is quietly confirmed, and comes once', async () => {
  const { trackingId } = await aReport(db)
  const address = `/kelola/laporan/${trackingId}`
  const empty = await desk.post(`${address}/penundaan`, { seenSeq: '1', text: '  ' })
  expect(empty.status).toBe(422)
  const refused = await empty.text()
  expect(refused).toContain('Tulis pertanyaan yang jelas')
  expect(refused).toMatch(/data-room="(\d+)".*satu SMS memuat \1 huruf pertama/)
  const held = await desk.post(`${address}/penundaan`, { seenSeq: '1', text: 'Di jalan mana?' })
  expect(held.headers.get('location')).toBe(`${address}?sudah=penundaan`)
  await desk.post(`${address}/kelengkapan`, { seenSeq: '2' })
  const again = await desk.post(`${address}/penundaan`, { seenSeq: '3', text: 'Nomor berapa?' })
  const page = await again.text()
  expect(again.status).toBe(409)
  expect(page).toContain('Nomor berapa?')
})

test('archive says its reason in public words; merge finds its parent by number', async () => {
  const parent = await aReport(db, { stage: 'forwarded' })
  const [spam, twin] = [await aReport(db), await aReport(db)]
  const archived = await desk.post(`/kelola/laporan/${spam.trackingId}/pengarsipan`, {
    seenSeq: '1',
    reason: 'spam',
    text: 'Iklan.',
  })
  expect(archived.status).toBe(303)
  expect(await desk.page('/kelola/verifikasi?rak=archived')).toContain(spam.trackingId)
  const merge = (parent: string) =>
    desk.post(`/kelola/laporan/${twin.trackingId}/penggabungan`, { seenSeq: '1', parent })
  expect(await (await merge('K7M-2QX-4PR')).text()).toContain('Tidak ada laporan dengan nomor itu.')
  expect((await merge(twin.trackingId)).status).toBe(422)
  expect((await merge(parent.trackingId.toLowerCase())).status).toBe(303)
  expect(await desk.page(`/kelola/laporan/${parent.trackingId}`)).toContain('Gabungan dari')
  const merged = await desk.page(`/kelola/laporan/${twin.trackingId}`)
  expect(merged.replace(/<[^>]+>/g, '')).toMatch(/Digabung dengan\s+\S+; tenggat mengikuti laporan itu\./)
  expect(merged).not.toMatch(/Tidak ada yang ditunggu|Tidak ada tenggat/)
  expect((await desk.post(`/kelola/laporan/${twin.trackingId}/pemisahan`, { seenSeq: '2' })).status).toBe(303)
})

test('a point outside Indonesia is accepted, and the desk is told to look', async () => {
  const made = await aReport(db, { point: { lat: 14.6, lon: 120.98 } })
  expect(await desk.page(`/kelola/laporan/${made.trackingId}`)).toContain('Titiknya di luar Indonesia')
  const usual = await aReport(db, { point: { lat: -10.16, lon: 123.6 } })
  expect(await desk.page(`/kelola/laporan/${usual.trackingId}`)).not.toContain('Perlu dilihat')
})
