import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { aPhoto } from '../intake/testing/photos.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { moveReport } from '../report/move.ts'
import { as } from '../report/as.ts'
import { stagePicture } from '../report/staged-pictures.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { coordinatorOf, dedi, marta } from '../testing/cast.ts'
import { aWednesday } from '../testing/test-deps.ts'
import { deskOf } from './testing/desk-app.ts'

// Row-level security answers a second time. Here it is broken and lets everything through: `can` alone must keep the doors shut.

const db = await testDatabase()
const jakarta = coordinatorOf('dki-jakarta')
const desk = deskOf(db, jakarta)
const api = apiAs(db, { actor: jakarta }, desk.deps)
let hidden: Made
let picture: string

beforeAll(async () => {
  hidden = await aReport(db, {
    stage: 'in_progress',
    confidential: true,
    title: 'Loket kenari',
    text: 'Loket memungut.',
    areaCode: '53.71',
  })
  const key = Buffer.from(hidden.id.replaceAll('-', '').repeat(2), 'hex')
  await stagePicture(desk.deps, key, new Uint8Array(await (await aPhoto()).arrayBuffer()), aWednesday)
  const step = { move: 'note' as const, text: 'Fotonya.', changes: { attachments: key.toString('hex') } }
  const rules = await desk.deps.rules()
  await as(db.web, marta(hidden.id), (tx) => moveReport(tx, marta(hidden.id), hidden.id, step, rules, hidden.at))
  const row = await db.owner.selectFrom('casework.attachment').select('id').executeTakeFirstOrThrow()
  picture = row.id
  for (const judge of ['sees', 'reads'])
    await sql`create or replace function ${sql.raw(`casework.${judge}`)}(r casework.report) returns boolean
      language sql stable as 'select true'`.execute(db.owner)
})

test('with the second judge broken, another office still finds no page, picture or answer of a confidential report', async () => {
  const page = `/kelola/laporan/${hidden.trackingId}`
  const call = `/reports/${hidden.trackingId}`
  const answers = [
    await desk.get(page),
    await desk.get(`${page}/foto/${picture}`),
    await desk.post(`${page}/perkembangan`, { text: 'Sedang kami periksa.', seenSeq: '9' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  const told = [
    await api.get(call),
    await api.get(`${call}/attachments/${picture}`),
    await api.post(`${call}/progress`, { text: 'Sedang kami periksa.' }),
  ]
  expect(told.map(({ status }) => status)).toEqual([404, 404, 404])
})

test('nor does it stand in a list of theirs, and the desk does not read it once it is routed', async () => {
  expect(await desk.page('/kelola/antrian')).not.toContain(hidden.trackingId)
  const national = deskOf(db, dedi)
  const seen = await national.page(`/kelola/laporan/${hidden.trackingId}`)
  expect(seen).not.toContain('Loket memungut.')
  expect(seen).not.toContain('Loket kenari')
  expect((await national.get(`/kelola/laporan/${hidden.trackingId}/foto/${picture}`)).status).toBe(404)
  expect(await national.page('/kelola/verifikasi')).not.toContain('Loket kenari')
})

test('nor does the desk read its title where reports like another are shown', async () => {
  const twin = await aReport(db, { confidential: true, areaCode: '53.71', title: 'Loket lain' })
  const page = await deskOf(db, dedi).page(`/kelola/laporan/${twin.trackingId}/penggabungan`)
  expect(page).toContain(hidden.trackingId)
  expect(page).not.toContain('kenari')
})
