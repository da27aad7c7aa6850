import { expect, test } from 'vitest'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { lowerSecrecy } from '../secrecy/change-secrecy.ts'
import { as } from '../report/as.ts'
import { isSealed } from '../report/keeper.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi, marta } from '../testing/cast.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

const db = await testDatabase()
const desk = deskOf(db, dedi)
const place = 'Rumah Ibu Siti Aminah HP 081234567890'

async function preview(wanted: Parameters<typeof aReport>[1] = {}) {
  const { trackingId, id, key } = await aReport(db, { text: 'Lampu jalan mati.', place, ...wanted })
  const address = `/kelola/laporan/${trackingId}/penerusan`
  const post = async (fields: Record<string, string>) => {
    const told = await desk.post(address, fields)
    return { status: told.status, page: await told.text() }
  }
  const form = { ...fieldsOf(await desk.page(address), '/penerusan'), kind: 'complaint', agency: 'kota-kupang' }
  const first = await post({ ...form, title: 'Lampu mati', text: 'Lampu jalan mati.' })
  return { trackingId, id, key, post, first }
}

const press = (page: string, button: Record<string, string>) => ({ ...fieldsOf(page, '/penerusan'), ...button })
const marked = (page: string) => [...page.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, it]) => it)
const shown = async (trackingId: string) =>
  (
    await db.publicDb.selectFrom('publication.report').select('place').where('tracking_id', '=', trackingId).execute()
  )[0]

test('the place is looked at like the text: marked, taken out by one press, and published without it', async () => {
  const { trackingId, post, first } = await preview()
  expect(marked(first.page)).toEqual(['Siti Aminah', '081234567890', 'Siti Aminah', '081234567890'])
  expect(first.page).toContain('2 hal masih terbaca semua orang')
  const one = await post(press(first.page, { samarkan: 'Siti Aminah' }))
  const two = await post(press(one.page, { samarkan: '081234567890' }))
  expect(two.page).toContain('Rumah Ibu [disamarkan] HP [disamarkan]')
  expect((await post(press(two.page, { step: 'send' }))).status).toBe(303)
  expect(await shown(trackingId)).toEqual({ place: 'Rumah Ibu [disamarkan] HP [disamarkan]' })
  expect(await desk.page(`/kelola/laporan/${trackingId}`)).toContain(place)
})

test('the desk may write another place, or none at all', async () => {
  for (const [typed, published] of [
    ['Dekat kantor lurah', 'Dekat kantor lurah'],
    ['', null],
  ] as const) {
    const { trackingId, post, first } = await preview()
    const changed = await post({ ...press(first.page, { step: 'preview' }), place: typed })
    expect((await post(press(changed.page, { step: 'send' }))).status).toBe(303)
    expect(await shown(trackingId)).toEqual({ place: published })
  }
})

test('a place that was not shown is not published', async () => {
  const { trackingId, post, first } = await preview()
  const { place: _, ...without } = press(first.page, { step: 'send' })
  const told = await post(without)
  expect([told.status, marked(told.page).length, await shown(trackingId)]).toEqual([200, 4, undefined])
})

test('of an anonymous report the place is for its office, without what the desk took out', async () => {
  const { trackingId, post, first } = await preview({ anonymous: true })
  expect(first.page).toContain('2 hal masih terbaca kantor yang menangani')
  const one = await post(press(first.page, { samarkan: 'Siti Aminah' }))
  expect((await post(press(one.page, { step: 'send' }))).status).toBe(303)
  expect(await shown(trackingId)).toEqual({ place: null })
  const page = await deskOf(db, coordinatorOf()).page(`/kelola/laporan/${trackingId}`)
  expect(page).toContain('Rumah Ibu [disamarkan] HP')
  expect(page).not.toContain('Siti Aminah')
  const told = await apiAs(db, { actor: coordinatorOf() }, desk.deps).get(`/reports/${trackingId}`)
  expect(told.json).toMatchObject({ place: 'Rumah Ibu [disamarkan] HP 081234567890', originalPlace: null })
})

test('of a confidential report the edited place is sealed, and it is what the public reads when it is opened', async () => {
  const { trackingId, id, post, first } = await preview({ confidential: true })
  const out = await post(press(first.page, { samarkan: 'Siti Aminah' }))
  const gone = await post(press(out.page, { samarkan: '081234567890' }))
  expect((await post(press(gone.page, { step: 'send' }))).status).toBe(303)
  const kept = db.owner.selectFrom('casework.content').select('shown_place').where('report_id', '=', id)
  expect(isSealed((await kept.executeTakeFirstOrThrow()).shown_place)).toBe(true)
  const { deps } = desk
  const setting = { rules: await deps.rules(), directory: await deps.directory(), now: deps.now() }
  await as(db.web, marta(id), (tx) =>
    lowerSecrecy(tx, marta(id), id, { confidential: false, confirmed: true }, setting),
  )
  expect((await kept.executeTakeFirstOrThrow()).shown_place).toBe('Rumah Ibu [disamarkan] HP [disamarkan]')
  expect(await shown(trackingId)).toEqual({ place: 'Rumah Ibu [disamarkan] HP [disamarkan]' })
})

test('a program that verifies is told of a number in the place, and sends another', async () => {
  const { trackingId } = await aReport(db, { place })
  const api = apiAs(db, { actor: dedi }, desk.deps)
  const path = `/reports/${trackingId}/verification`
  const stopped = await api.post(path, { agencySlug: 'kota-kupang' })
  expect(stopped).toMatchObject({ status: 422, json: { code: 'points_at_somebody' } })
  expect(stopped.json.errors).toMatchObject([
    { path: 'place', code: 'name' },
    { path: 'place', code: 'phone' },
  ])
  expect((await api.post(path, { agencySlug: 'kota-kupang', place: 'Dekat kantor lurah' })).status).toBe(200)
  expect(await shown(trackingId)).toEqual({ place: 'Dekat kantor lurah' })
})

test('the reporter reads their own place, and what the public reads instead', async () => {
  const { trackingId, key } = await aReport(db, { place })
  const api = apiAs(db, { actor: dedi }, desk.deps)
  await api.post(`/reports/${trackingId}/verification`, { agencySlug: 'kota-kupang', place: 'Dekat kantor lurah' })
  const told = await apiAs(db, { key }, desk.deps).get(`/reports/${trackingId}`)
  expect(told.json).toMatchObject({ place: 'Dekat kantor lurah', originalPlace: place })
})
