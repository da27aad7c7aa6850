import { beforeAll, expect, test } from 'vitest'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { randomUUID } from 'node:crypto'
import { aPhoto } from '../intake/testing/photos.ts'
import { as } from '../report/as.ts'
import { endEmbargo, layEmbargo } from '../secrecy/embargo.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { coordinatorOf, dedi } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { aWednesday, testKeeper } from '../testing/test-deps.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

const db = await testDatabase()
const desk = deskOf(db, dedi)
const api = apiAs(db, { actor: dedi }, desk.deps)

beforeAll(() => onDuty(db, dedi, coordinatorOf()))

async function shown() {
  const made = await aReport(db, { text: 'Lampu jalan mati.' })
  const address = `/kelola/laporan/${made.trackingId}/penerusan`
  const typed = { seenSeq: '1', kind: 'complaint', agency: 'kota-kupang', title: 'Lampu mati' }
  const preview = await desk.post(address, { ...typed, text: 'Lampu jalan mati.', step: 'preview' })
  const fields = { ...fieldsOf(await preview.text(), '/penerusan'), step: 'send' }
  const send = async () => {
    const told = await desk.post(address, fields)
    return { status: told.status, page: await told.text() }
  }
  return { made, send }
}

async function addPhoto({ trackingId, key }: Made) {
  const body = new FormData()
  body.append('file', await aPhoto())
  const told = await apiAs(db, { key }, desk.deps).send(`/reports/${trackingId}/attachments`, body)
  expect(told.status).toBe(201)
}

async function isPublic({ trackingId }: Made) {
  const copy = db.publicDb.selectFrom('publication.report').select('stage').where('tracking_id', '=', trackingId)
  return (await copy.executeTakeFirst()) !== undefined
}

test('a picture that joins the report after its preview is not published before somebody has seen it', async () => {
  const { made, send } = await shown()
  await addPhoto(made)
  const told = await send()
  expect([told.status, told.page.includes('Foto ditambahkan pada laporan')]).toEqual([409, true])
  expect(await isPublic(made)).toBe(false)
})

test('a program that read the report before a picture joined it is told that it has changed', async () => {
  const made = await aReport(db)
  const { version } = (await api.get(`/reports/${made.trackingId}`)).json
  await addPhoto(made)
  const told = await api.post(`/reports/${made.trackingId}/verification`, { agencySlug: 'kota-kupang', version })
  expect(told).toMatchObject({ status: 409, json: { code: 'changed' } })
  expect(await isPublic(made)).toBe(false)
})

test('a picture that comes when the report was forwarded under an embargo and returned does not join what the desk has seen', async () => {
  const made = await aReport(db)
  await layOn(made)
  await api.post(`/reports/${made.trackingId}/verification`, { agencySlug: 'kota-kupang' })
  const kupang = apiAs(db, { actor: coordinatorOf() }, desk.deps)
  const note = 'Bukan wewenang kami.'
  const returned = await kupang.post(`/reports/${made.trackingId}/return`, { suggestedAgencySlug: 'kab-luwu', note })
  expect(returned.status).toBe(200)
  await addPhoto(made)
  await as(db.web, dedi, (tx) => endEmbargo(tx, made.id, aWednesday))
  expect(await isPublic(made)).toBe(true)
  const pictures = db.publicDb
    .selectFrom('publication.attachment')
    .select('id')
    .where('tracking_id', '=', made.trackingId)
  expect(await pictures.execute()).toEqual([])
})

test.each([
  ['a picture', slipIn],
  ['an embargo', layOn],
] as const)(
  '%s that the preview did not show brings the preview back, though no event was added',
  async (_what, alter) => {
    const { made, send } = await shown()
    await alter(made)
    const told = await send()
    expect([told.status, told.page.includes('lihat sekali lagi')]).toEqual([200, true])
    expect(await isPublic(made)).toBe(false)
  },
)

async function slipIn({ id }: Made) {
  const picture = {
    id: randomUUID(),
    report_id: id,
    seq: 1,
    position: 1,
    width: 400,
    height: 300,
    created_at: aWednesday,
  }
  await db.owner.insertInto('casework.attachment').values(picture).execute()
}

async function layOn({ id }: Made) {
  const until = new Date(aWednesday.getTime() + 10 * 86_400_000)
  const order = { ground: 'child', statute: 'UU 11/2012 Pasal 19', until } as const
  await as(db.web, dedi, (tx) => layEmbargo(tx, testKeeper, id, order, aWednesday))
}

test('where nothing changed, what was shown is published', async () => {
  const { made, send } = await shown()
  expect((await send()).status).toBe(303)
  expect(await isPublic(made)).toBe(true)
})
