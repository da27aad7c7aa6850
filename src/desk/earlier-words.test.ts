import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { dedi, marta } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { publicThread } from '../testing/public-thread.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

const db = await testDatabase()
const desk = deskOf(db, dedi)
const api = apiAs(db, { actor: dedi }, desk.deps)
const plated = 'Mobil DH 1234 AB bukan urusan kami.'

beforeAll(() => onDuty(db, dedi))

/** Archived with this note, and waiting again, for its reporter objected: nobody outside has read a word of it. */
async function archivedBefore(note = plated) {
  const made = await aReport(db, { text: 'Lampu jalan mati.', title: 'Lampu mati' })
  const changes = { archive_reason: 'unclear' }
  await made.move(dedi, { move: 'archive', text: note, data: { reason: 'unclear' }, changes })
  await made.move(marta(made.id), { move: 'object', text: 'Tolong dibaca lagi.' })
  return made
}

async function previewOf({ trackingId }: Made) {
  const address = `/kelola/laporan/${trackingId}/penerusan`
  const post = async (fields: Record<string, string>) => {
    const told = await desk.post(address, fields)
    return { status: told.status, page: await told.text() }
  }
  const form = await desk.page(address)
  const seenSeq = /name="seenSeq" value="(\d+)"/.exec(form)?.[1] ?? ''
  const typed = { seenSeq, kind: 'complaint', agency: 'kota-kupang', title: 'Lampu mati', text: 'Lampu jalan mati.' }
  return { post, first: await post({ ...typed, step: 'preview' }) }
}

const press = (page: string, button: Record<string, string>) => ({ ...fieldsOf(page, '/penerusan'), ...button })
const publicView = (page: string) => /<article class="card public-view">.*?<\/article>/s.exec(page)?.[0] ?? ''

const published = async ({ id }: Made) => JSON.stringify(await publicThread(db, id))

test('what was written before is shown marked, and nothing is published before it is decided', async () => {
  const made = await archivedBefore()
  const { post, first } = await previewOf(made)
  expect(publicView(first.page)).toContain('Mobil <mark>DH 1234 AB</mark> bukan urusan kami.')
  const sent = await post(press(first.page, { step: 'send' }))
  expect([sent.status, sent.page.includes('Pilih dulu untuk tulisan yang bertanda')]).toEqual([422, true])
  expect(await published(made)).toBeUndefined()
})

test('one press keeps the words among the parties, however often the public copy is made, and one takes that back', async () => {
  const made = await archivedBefore()
  const { post, first } = await previewOf(made)
  const line = await post(press(first.page, { hanya_baris: '2' }))
  expect(publicView(line.page)).not.toContain('DH 1234 AB')
  const back = await post(press(line.page, { terbitkan_isi: '2' }))
  expect(publicView(back.page)).toContain('DH 1234 AB')
  const again = await post(press(back.page, { hanya_baris: '2' }))
  expect((await post(press(again.page, { step: 'send' }))).status).toBe(303)
  const copies = [await published(made)]
  await sql`select casework.publish_all(array[${made.id}::uuid])`.execute(db.owner)
  copies.push(await published(made))
  await sql`select casework.publish(${made.id})`.execute(db.owner)
  copies.push(await published(made))
  for (const copy of copies) {
    expect(copy).toContain('archive')
    expect(copy).not.toContain('DH 1234 AB')
  }
  const page = await desk.page(`/kelola/laporan/${made.trackingId}`)
  expect(page).toContain('DH 1234 AB')
})

test('pictures that came with words left to the parties stay with them, however often the public copy is made', async () => {
  const made = await archivedBefore()
  const size = { width: 400, height: 300, created_at: aWednesday }
  const ids = [randomUUID(), randomUUID()]
  for (const [index, id] of ids.entries()) {
    const picture = { ...size, id, report_id: made.id, seq: index + 1, position: 1 }
    await db.owner.insertInto('casework.attachment').values(picture).execute()
  }
  const told = { agencySlug: 'kota-kupang', without: [2] }
  expect((await api.post(`/reports/${made.trackingId}/verification`, told)).status).toBe(200)
  await sql`select casework.publish(${made.id})`.execute(db.owner)
  const shown = db.publicDb.selectFrom('publication.attachment').select('id').where('tracking_id', '=', made.trackingId)
  expect(await shown.execute()).toEqual([{ id: ids[0] }])
})

test('words that the desk means for everybody are published', async () => {
  const made = await archivedBefore()
  const { post, first } = await previewOf(made)
  const meant = await post(press(first.page, { terbitkan_isi: '2' }))
  expect((await post(press(meant.page, { step: 'send' }))).status).toBe(303)
  expect(await published(made)).toContain('DH 1234 AB')
})

test('words in which nothing was found are published unless the desk leaves them out, and nobody must choose', async () => {
  const made = await archivedBefore('Ini bukan urusan kami.')
  const { post, first } = await previewOf(made)
  expect((await post(press(first.page, { step: 'send' }))).status).toBe(303)
  expect(await published(made)).toContain('Ini bukan urusan kami.')
})

test('a choice that was not shown is shown first', async () => {
  const made = await archivedBefore()
  const { post, first } = await previewOf(made)
  const sent = await post({ ...press(first.page, { step: 'send' }), terdahulu: '{"2":"line"}' })
  expect(sent.page).toContain('lihat sekali lagi')
  expect((await post({ ...press(first.page, { step: 'preview' }), terdahulu: '[{"rusak' })).status).toBe(200)
  expect(await published(made)).toBeUndefined()
})

test('a program that forwards is told of a plate in what was written before, by its event, and may leave it out', async () => {
  const made = await archivedBefore()
  const path = `/reports/${made.trackingId}/verification`
  const stopped = await api.post(path, { agencySlug: 'kota-kupang' })
  expect(stopped).toMatchObject({
    status: 422,
    json: { code: 'points_at_somebody', errors: [{ path: 'thread/2', code: 'plate' }] },
  })
  expect((await api.post(path, { agencySlug: 'kota-kupang', without: [2] })).status).toBe(200)
  expect(await published(made)).not.toContain('DH 1234 AB')
})

test('what everybody has read already is no longer to be left out', async () => {
  const made = await aReport(db, { stage: 'received', published: true })
  const told = await api.post(`/reports/${made.trackingId}/verification`, { agencySlug: 'kab-luwu', without: [2] })
  expect([told.status, told.json.code]).toEqual([422, 'nothing_to_change'])
})
