import { expect, test } from 'vitest'
import { aPhoto } from '../intake/testing/photos.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { privateReportSchema } from '../publication/api-schemas.ts'
import type { Actor } from '../report/actor.ts'
import { aReport, type Made } from '../testing/a-report.ts'
import { coordinatorOf, dedi, lestari, officerOf, rio } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { testDeps } from '../testing/test-deps.ts'
import { deskOf } from '../desk/testing/desk-app.ts'
import { apiAs } from './testing/api-as.ts'

const db = await testDatabase()
const deps = testDeps(db)
const supervisor: Actor = { role: 'supervisor', accountId: '00000000-0000-4000-8000-0000000005e5' }
const point = { lat: -10.1772345, lon: 123.6070123 }

async function seenBy(who: Parameters<typeof apiAs>[1], made: Made) {
  const told = await apiAs(db, who, deps).get(`/reports/${made.trackingId}`)
  expect(told.status).toBe(200)
  return privateReportSchema.parse(told.json)
}

test('the exact point and place of an anonymous report are for reporter, desk and office; a supervisor has the cell', async () => {
  const made = await aReport(db, { stage: 'forwarded', anonymous: true, point, place: 'Depan rumah Marta' })
  const shown = await seenBy({ actor: supervisor }, made)
  expect(shown.location).not.toBeNull()
  expect(shown.location).not.toEqual(point)
  expect(shown.place).toBeNull()
  for (const who of [{ key: made.key }, { actor: dedi }, { actor: coordinatorOf() }])
    expect(await seenBy(who, made)).toMatchObject({ location: point, place: 'Depan rumah Marta' })
})

test('the reporter’s name is for those who handle an open report, and for its reporter', async () => {
  const open = await aReport(db, { stage: 'forwarded' })
  for (const who of [{ key: open.key }, { actor: dedi }, { actor: coordinatorOf() }])
    expect((await seenBy(who, open)).reporter).toEqual({ name: 'Marta Bire' })
  expect((await apiAs(db, {}, deps).get(`/reports/${open.trackingId}`)).json.reporter).toBeNull()
  const hidden = await aReport(db, { stage: 'forwarded', anonymous: true })
  expect((await seenBy({ actor: coordinatorOf() }, hidden)).reporter).toBeNull()
})

test('before an open report is published its name is for the desk and its own door alone, on the page as in the API', async () => {
  const made = await aReport(db, { ownDoor: 'kota-kupang' })
  for (const actor of [dedi, coordinatorOf()]) {
    expect((await seenBy({ actor }, made)).reporter).toEqual({ name: 'Marta Bire' })
    expect(await deskOf(db, actor).page(`/kelola/laporan/${made.trackingId}`)).toContain('Marta Bire')
  }
  for (const actor of [supervisor, coordinatorOf('kab-luwu')])
    expect((await apiAs(db, { actor }, deps).get(`/reports/${made.trackingId}`)).status).toBe(404)
})

test('a withdrawn report is blank for the public and whole for its reporter', async () => {
  const made = await aReport(db, { stage: 'withdrawn', published: true })
  const blank = await apiAs(db, {}, deps).get(`/reports/${made.trackingId}`)
  expect(blank.json).toMatchObject({ title: null, text: null, filedAt: null, updatedAt: null })
  const mine = await seenBy({ key: made.key }, made)
  expect([mine.filedAt, mine.publishedAt, mine.updatedAt].every((at) => at !== null)).toBe(true)
  expect(mine.text).toContain('Lampu jalan')
})

test('who may know of a confidential report but not read it is told stage, office and deadlines, and no word', async () => {
  const made = await aReport(db, { stage: 'forwarded', confidential: true, title: 'Kenari', text: 'Kenari.', point })
  for (const actor of [dedi, supervisor]) {
    const seen = await seenBy({ actor }, made)
    expect(seen).toMatchObject({ readable: false, title: null, text: null, thread: [], location: null, place: null })
    expect(seen).toMatchObject({ status: { code: 'forwarded' }, agency: { slug: 'kota-kupang' }, confidential: true })
    expect(seen.deadlines.map(({ clock }) => clock)).toEqual(['answer'])
    expect(JSON.stringify(seen)).not.toContain('Kenari')
  }
  expect((await seenBy({ actor: coordinatorOf() }, made)).readable).toBe(true)
  for (const actor of [rio, coordinatorOf('kab-luwu')])
    expect((await apiAs(db, { actor }, deps).get(`/reports/${made.trackingId}`)).status).toBe(404)
})

test('the reporter of a merged report hears of its parent; another office does not when it is hidden', async () => {
  const parent = await aReport(db, { stage: 'forwarded', confidential: true, agency: 'kab-luwu' })
  const child = await aReport(db, { stage: 'merged', confidential: true, into: parent.id, published: false })
  expect((await seenBy({ key: child.key }, child)).mergedInto).toBe(parent.trackingId)
  const byOffice = await apiAs(db, { actor: coordinatorOf() }, deps).get(`/reports/${child.trackingId}`)
  expect(JSON.stringify(byOffice.json)).not.toContain(parent.trackingId)
})

test('pictures are served to the key and token that read the report, to nobody else, and kept by no cache', async () => {
  const made = await aReport(db, { confidential: true })
  const body = new FormData()
  body.append('file', await aPhoto())
  expect((await apiAs(db, { key: made.key }, deps).send(`/reports/${made.trackingId}/attachments`, body)).status).toBe(
    201,
  )
  const { pictures } = await seenBy({ key: made.key }, made)
  expect(pictures).toMatchObject([{ width: 400, height: 400, entry: 0 }])
  for (const path of [pictures[0]?.url ?? '', pictures[0]?.thumbnail ?? '']) {
    for (const who of [{ key: made.key }, { actor: dedi }]) {
      const { status, headers } = await apiAs(db, who, deps).raw(path)
      expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
        200,
        'image/jpeg',
        'no-store',
      ])
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain('sandbox')
    }
    for (const who of [{}, { actor: rio }, { actor: coordinatorOf() }, { actor: officerOf() }, { actor: supervisor }])
      expect((await apiAs(db, who, deps).raw(path)).status).toBe(404)
  }
})

test('through an opening that somebody else approved, its words are read by the API too, and each look is in the ledger', async () => {
  await onDuty(db, dedi, lestari)
  const made = await aReport(db, { stage: 'forwarded', confidential: true, title: 'Kenari', text: 'Kenari mati.' })
  const looks = async () =>
    (await apiAs(db, { key: made.key }, deps).get(`/reports/${made.trackingId}/openings`)).json.openings
  const asked = { what: 'text', ground: 'safety', reason: 'Pelapor diancam di kantornya sendiri.' }
  await deskOf(db, dedi).post(`/kelola/laporan/${made.trackingId}/pembukaan`, asked)
  expect((await seenBy({ actor: dedi }, made)).readable).toBe(false)
  await deskOf(db, lestari).post(`/kelola/laporan/${made.trackingId}/pembukaan/1/persetujuan`, {})
  expect(await looks()).toMatchObject([{ looks: 0 }])
  expect(await seenBy({ actor: dedi }, made)).toMatchObject({ readable: true, text: 'Kenari mati.' })
  expect(await looks()).toMatchObject([{ state: 'open', looks: 1 }])
  expect((await seenBy({ actor: lestari }, made)).readable).toBe(false)
  expect((await seenBy({ actor: supervisor }, made)).readable).toBe(false)
})

test('whom it names, and who each was taken for, is for its reporter alone', async () => {
  const made = await aReport(db, { confidential: true, accused: ['Kepala Dinkes Kota Kupang', 'Kominfo'] })
  expect((await seenBy({ key: made.key }, made)).accused).toEqual([
    {
      named: 'Kepala Dinkes Kota Kupang',
      understood: 'head',
      office: { slug: 'kota-kupang-dinkes', name: 'Dinas Kesehatan Kota Kupang' },
    },
    { named: 'Kominfo', understood: null, office: null },
  ])
  expect((await seenBy({ actor: dedi }, made)).accused).toBeUndefined()
})
