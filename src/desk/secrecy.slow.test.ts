import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { coordinatorOf, dedi, officerOf } from '../testing/cast.ts'
import { deskOf } from './testing/desk-app.ts'
import { nouns } from './nouns.ts'

const db = await testDatabase()
const stranger = deskOf(db, officerOf('kota-kupang-pupr'))

async function all(answer: Response) {
  return { status: answer.status, headers: [...answer.headers], body: await answer.text() }
}

test.each([false, true])(
  'to another unit a report (confidential: %s) is exactly what an unknown number is',
  async (confidential) => {
    const { trackingId } = await aReport(db, { stage: 'in_progress', confidential })
    for (const path of ['', ...nouns.map((noun) => `/${noun}`)]) {
      const hidden = await all(await stranger.get(`/kelola/laporan/${trackingId}${path}`))
      const absent = await all(await stranger.get(`/kelola/laporan/K7M2QX4PR${path}`))
      expect(hidden).toEqual(absent)
      expect(hidden.status).toBe(404)
    }
    for (const noun of nouns) {
      const fields = {
        seenSeq: '3',
        text: 'x',
        title: 'x',
        kind: 'complaint',
        agency: 'kota-kupang',
        outcome: 'solved',
      }
      const hidden = await all(await stranger.post(`/kelola/laporan/${trackingId}/${noun}`, fields))
      const absent = await all(await stranger.post(`/kelola/laporan/K7M2QX4PR/${noun}`, fields))
      expect([noun, hidden]).toEqual([noun, absent])
    }
  },
)

test('the verifier reads a confidential report until it is routed, and no longer', async () => {
  const desk = deskOf(db, dedi)
  const secret = { text: 'Kata-kata yang sangat rahasia.', title: 'Judul yang sangat rahasia', confidential: true }
  const before = await aReport(db, secret)
  const after = await aReport(db, { ...secret, stage: 'in_progress', progress: 'Perkembangan yang sangat rahasia.' })
  expect(await desk.page(`/kelola/laporan/${before.trackingId}`)).toContain('sangat rahasia')
  const page = await desk.page(`/kelola/laporan/${after.trackingId}`)
  expect(page).toContain('Isi laporan ini rahasia')
  expect(page.match(/[^>]*sangat rahasia[^<]*/g)).toEqual(['Judul yang sangat rahasia'])
  expect(page).not.toContain('Perkembangan yang sangat')
  const sari = await deskOf(db, officerOf()).page(`/kelola/laporan/${after.trackingId}`)
  expect(sari).toContain('Kata-kata yang sangat rahasia.')
})

test('a preview of a confidential report says that nothing is published', async () => {
  const desk = deskOf(db, dedi)
  const { trackingId } = await aReport(db, { confidential: true })
  const preview = await desk.post(`/kelola/laporan/${trackingId}/penerusan`, {
    seenSeq: '1',
    title: 'Pungli',
    text: 'Ada pungutan.',
    kind: 'complaint',
    agency: 'kota-kupang',
  })
  expect(await preview.text()).toContain('Laporan ini tidak akan terbit')
})

test('a name is read by offices only when it was not hidden, contact details by nobody', async () => {
  const contact = { name: 'Marta Bire', phone: '081234567890', email: 'marta@contoh.id' }
  const open = await aReport(db, { stage: 'in_progress', contact })
  const anonymous = await aReport(db, { stage: 'in_progress', contact, anonymous: true, place: 'Rumah biru di gang 3' })
  for (const actor of [dedi, coordinatorOf(), officerOf()]) {
    const desk = deskOf(db, actor)
    const [shown, hidden] = [
      await desk.page(`/kelola/laporan/${open.trackingId}`),
      await desk.page(`/kelola/laporan/${anonymous.trackingId}`),
    ]
    expect(shown).toContain('Marta Bire')
    expect(hidden).not.toContain('Marta Bire')
    for (const page of [shown, hidden]) expect(page).not.toMatch(/081234567890|marta@contoh/)
  }
})

test('a coordinator sees its own door before routing; the neighbour does not', async () => {
  const { trackingId } = await aReport(db, { ownDoor: 'kota-kupang', title: 'Lewat pintu sendiri' })
  expect(await deskOf(db, coordinatorOf()).page('/kelola/verifikasi')).toContain('Lewat pintu sendiri')
  expect(await deskOf(db, coordinatorOf('kab-luwu')).page('/kelola/verifikasi')).not.toContain(trackingId)
  expect((await deskOf(db, coordinatorOf('kab-luwu')).get(`/kelola/laporan/${trackingId}`)).status).toBe(404)
})

test('secrecy is raised only after a tick, at once, and the public copy is gone', async () => {
  const { trackingId } = await aReport(db, { stage: 'in_progress' })
  const sari = deskOf(db, officerOf())
  const fields = { seenSeq: '3', confidential: '1' }
  expect((await sari.post(`/kelola/laporan/${trackingId}/kerahasiaan`, fields)).status).toBe(422)
  expect((await sari.post(`/kelola/laporan/${trackingId}/kerahasiaan`, { ...fields, sure: '1' })).status).toBe(303)
  expect(
    await db.publicDb.selectFrom('publication.report').select('stage').where('tracking_id', '=', trackingId).execute(),
  ).toEqual([])
})
