import { beforeAll, expect, test } from 'vitest'
import { deliverAll, tellDeps } from '../notifications/testing/post-office.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { aReport } from '../testing/a-report.ts'
import { bagas, coordinatorOf, dedi } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { aWednesday, testDeps } from '../testing/test-deps.ts'
import { forwardReport } from '../disposition/forward-report.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
const desk = deskOf(db, dedi)
const order = { ground: 'child', statute: 'UU 11/2012 Pasal 19', until: '2026-02-02' }

beforeAll(() => onDuty(db, dedi, bagas, coordinatorOf()))

async function isPublic(trackingId: string) {
  const copy = db.publicDb.selectFrom('publication.report').select('stage').where('tracking_id', '=', trackingId)
  return (await copy.executeTakeFirst()) !== undefined
}

test('Pak Dedi holds back a publication by law, the reporter is told, and it ends when he ends it', async () => {
  const made = await aReport(db, { contact: { email: 'marta@contoh.id' } })
  const post = tellDeps(db)
  await deliverAll(db, post)
  const address = `/kelola/laporan/${made.trackingId}`
  expect(await desk.page(address)).toContain('Tunda penerbitan (embargo)')
  expect((await desk.post(`${address}/embargo`, order)).status).toBe(303)
  expect((await deliverAll(db, post)).map(({ template }) => template)).toEqual(['opening_noted'])
  const preview = await desk.post(`${address}/penerusan`, {
    seenSeq: '1',
    title: 'Lampu mati',
    text: 'Lampu jalan mati.',
    kind: 'complaint',
    agency: 'kota-kupang',
  })
  expect(await preview.text()).toContain('baru dibaca umum sesudah 3 Februari 2026, 00.00 WIB')
  const { rules, directory } = testDeps(db)
  const setting = { rules: await rules(), directory: await directory(), now: aWednesday }
  await as(db.web, dedi, (tx) => forwardReport(tx, dedi, made.id, { agencyId: 'kota-kupang' }, setting))
  expect(await isPublic(made.trackingId)).toBe(false)
  const page = await desk.page(`${address}/embargo`)
  for (const words of ['UU 11/2012 Pasal 19', 'Perlindungan anak', '3 Februari 2026, 00.00 WIB'])
    expect(page).toContain(words)
  await desk.post(`${address}/embargo/pengakhiran`, {})
  expect(await isPublic(made.trackingId)).toBe(true)
})

test('an order without a statute, or for longer than 90 days, comes back', async () => {
  const { trackingId } = await aReport(db)
  const answer = await desk.post(`/kelola/laporan/${trackingId}/embargo`, {
    ...order,
    statute: '',
    until: '2026-12-31',
  })
  const html = await answer.text()
  expect(answer.status).toBe(422)
  for (const words of ['Sebut peraturan', 'paling lama 90 hari']) expect(html).toContain(words)
})

test('there is no such page for a public report, nor for anybody but the national desk', async () => {
  const known = await aReport(db, { stage: 'forwarded' })
  expect((await desk.get(`/kelola/laporan/${known.trackingId}/embargo`)).status).toBe(404)
  const { trackingId } = await aReport(db, { ownDoor: 'kota-kupang' })
  for (const actor of [coordinatorOf(), bagas]) {
    const other = deskOf(db, actor)
    expect((await other.get(`/kelola/laporan/${trackingId}/embargo`)).status).toBe(404)
    expect((await other.post(`/kelola/laporan/${trackingId}/embargo`, order)).status).toBe(404)
  }
})
