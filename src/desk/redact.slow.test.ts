import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { lowerSecrecy } from '../secrecy/change-secrecy.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi, lestari, marta, officerOf } from '../testing/cast.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

const db = await testDatabase()
const desk = deskOf(db, dedi)
const text = 'Nama saya Yosefina Klobor, HP 0812-3456-7890. Persil 5371-0155 sejak 2019.'
const title = 'Persil Yosefina Klobor belum terbit'

type Wanted = Parameters<typeof aReport>[1]

/** A report as it was forwarded: with these words where the public reads it. */
async function published(edited: { title?: string; text?: string }, wanted: Wanted = {}) {
  const made = await aReport(db, { text, title, place: 'Oebobo', ...wanted })
  const at = { agency_id: 'kota-kupang', published_at: wanted.confidential ? null : made.at }
  await made.move(dedi, { move: 'forward', data: { agency: 'kota-kupang' }, changes: { ...at, ...edited } })
  return { ...made, address: `/kelola/laporan/${made.trackingId}/penyamaran` }
}

const copyOf = (trackingId: string) =>
  db.publicDb
    .selectFrom('publication.report')
    .select(['title', 'text', 'place'])
    .where('tracking_id', '=', trackingId)
    .executeTakeFirst()

const pressed = (page: string, button: Record<string, string>) => ({ ...fieldsOf(page, '/penyamaran'), ...button })
const readable = (page: string) =>
  (/<article class="card public-view">.*?<\/article>/s.exec(page)?.[0] ?? '').replace(/<[^>]+>/g, '')

async function press(address: string, page: string, button: Record<string, string>) {
  const told = await desk.post(address, pressed(page, button))
  return { status: told.status, page: await told.text() }
}

test('a name that was overlooked is taken out after publication: shown first, then at once, and the reporter is told', async () => {
  const { id, trackingId, address } = await published({})
  expect(await desk.page(`/kelola/laporan/${trackingId}`)).toContain(`href="${address}"`)
  const shown = await press(address, await desk.page(address), { samarkan: 'Yosefina Klobor' })
  expect(readable(shown.page)).toContain('Nama saya [disamarkan], HP 0812-3456-7890.')
  expect(await copyOf(trackingId)).toMatchObject({ text, title })
  expect((await press(address, shown.page, { step: 'send' })).status).toBe(303)
  expect(await copyOf(trackingId)).toEqual({
    title: 'Persil [disamarkan] belum terbit',
    text: text.replace('Yosefina Klobor', '[disamarkan]'),
    place: 'Oebobo',
  })
  const event = await db.owner
    .selectFrom('casework.event as e')
    .innerJoin('casework.outbox as o', (join) =>
      join.onRef('o.report_id', '=', 'e.report_id').onRef('o.seq', '=', 'e.seq'),
    )
    .select(['e.move', 'e.text', 'e.audience', 'o.topic'])
    .where('e.report_id', '=', id)
    .where('o.topic', '<>', 'floor')
    .orderBy('e.seq', 'desc')
    .executeTakeFirst()
  expect(event).toEqual({ move: 'redact', text: null, audience: 'parties', topic: 'event' })
})

test('what was taken out by mistake is put back with one press, and nothing else comes back', async () => {
  const { trackingId, address } = await published({
    text: text.replace('5371-0155', '[disamarkan]').replace('Yosefina Klobor', '[disamarkan]'),
  })
  const page = await desk.page(address)
  const back = await press(address, page, { tampilkan: '5371-0155' })
  await press(address, back.page, { step: 'send' })
  expect((await copyOf(trackingId))?.text).toBe(text.replace('Yosefina Klobor', '[disamarkan]'))
})

test('the title that we made of the words comes back with them', async () => {
  const said = 'Pungutan oleh Yosefina Klobor di loket'
  const out = said.replace('Yosefina Klobor', '[disamarkan]')
  const { trackingId, address } = await published({ title: out, text: out }, { text: said, title: undefined })
  const back = await press(address, await desk.page(address), { tampilkan: 'Yosefina Klobor' })
  expect(back.page).not.toContain('tidak dapat ditampilkan lagi')
  await press(address, back.page, { step: 'send' })
  expect(await copyOf(trackingId)).toMatchObject({ title: said, text: said })
})

test('nothing is published that was not shown, and nothing is done where nothing changes', async () => {
  const { trackingId, address } = await published({ text: text.replace('5371-0155', '[disamarkan]') })
  const page = await desk.page(address)
  const tampered = await press(address, page, { step: 'send', samaran: '[]' })
  expect([tampered.status, tampered.page.includes('Terbitkan begini')]).toEqual([200, true])
  expect((await copyOf(trackingId))?.text).toContain('[disamarkan]')
  const same = await published({})
  expect((await press(same.address, await desk.page(same.address), { step: 'send' })).status).toBe(409)
})

test('what an anonymous reporter’s desk took out stays out: more can go, nothing comes back', async () => {
  const { trackingId, address } = await published(
    { text: text.replace('Yosefina Klobor', '[disamarkan]') },
    { anonymous: true },
  )
  const page = await desk.page(address)
  expect([page.includes('name="tampilkan"'), page.includes('value="0812-3456-7890"')]).toEqual([false, true])
  const more = await press(address, page, { samarkan: '0812-3456-7890' })
  await press(address, more.page, { step: 'send' })
  expect((await copyOf(trackingId))?.text).toBe('Nama saya [disamarkan], HP [disamarkan]. Persil 5371-0155 sejak 2019.')
})

test('what its reporter took out when lowering secrecy is not the desk’s to put back', async () => {
  const made = await published({}, { confidential: true })
  const setting = { rules: await desk.deps.rules(), directory: await desk.deps.directory(), now: made.at }
  const lowered = { confidential: false, confirmed: true, care: 'sure', redact: ['Yosefina Klobor'] } as const
  await as(db.web, marta(made.id), (tx) => lowerSecrecy(tx, marta(made.id), made.id, lowered, setting))
  const page = await desk.page(made.address)
  expect(page).toContain('tidak dapat ditampilkan lagi di sini')
  expect(page).not.toContain('Yosefina')
})

test.each([
  ['an officer of the unit', officerOf(), 404],
  ['the coordinator of its office', coordinatorOf(), 409],
  ['a supervisor', lestari, 409],
])('only the desk changes what the public reads; for %s nothing is offered or done', async (_who, actor, status) => {
  const { trackingId, address } = await published({})
  const theirs = deskOf(db, actor)
  expect((await theirs.get(address)).status).toBe(status)
  const samaran = JSON.stringify(['Yosefina Klobor'])
  expect((await theirs.post(address, { seenSeq: '2', samaran, step: 'send' })).status).toBe(status)
  expect((await copyOf(trackingId))?.text).toBe(text)
})

test('what the public does not read has no such page', async () => {
  for (const wanted of [{ confidential: true }, { stage: 'received' }, { stage: 'withdrawn' }] as const) {
    const { trackingId } = await aReport(db, wanted)
    expect((await desk.get(`/kelola/laporan/${trackingId}/penyamaran`)).status).toBe(409)
  }
})
