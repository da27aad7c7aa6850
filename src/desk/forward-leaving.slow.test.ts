import { expect, test } from 'vitest'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { aReport } from '../testing/a-report.ts'
import { dedi } from '../testing/cast.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

// Whoever edits a report before forwarding it cannot write its reporter into it; what its reporter wrote is theirs.

const db = await testDatabase()
const desk = deskOf(db, dedi)
const contact = { name: 'Yohanes Ratukore Lado', phone: '0812-3456-7890' }

/** Through the form and the preview, to the act. */
async function forward(trackingId: string, edited: Record<string, string>) {
  const address = `/kelola/laporan/${trackingId}/penerusan`
  const given = fieldsOf(await desk.page(address), '/penerusan')
  const typed = { title: 'Lampu jalan mati', text: 'Lampu jalan mati.', kind: 'complaint', agency: 'pemkot kupang' }
  const form = { ...given, ...typed, ...edited }
  const shown = await (await desk.post(address, { ...form, step: 'preview' })).text()
  const told = await desk.post(address, { ...fieldsOf(shown, '/penerusan'), step: 'send' })
  return { status: told.status, page: await told.text() }
}

test.each([
  ['title', 'Laporan Yohanes Ratukore'],
  ['text', 'Pak R a t u k o r e melapor: lampu jalan mati.'],
  ['place', 'Depan rumah 0812 3456 7890'],
])('written into the %s of a report whose reporter hides, they stop its forwarding', async (field, words) => {
  const { trackingId } = await aReport(db, { anonymous: true, contact })
  const told = await forward(trackingId, { [field]: words })
  expect([told.status, told.page.includes('Belum dikirim. Ada yang tampak seperti')]).toEqual([422, true])
  expect(told.page).toContain('Lihat dulu')
  const byCall = await apiAs(db, { actor: dedi }, desk.deps).post(`/reports/${trackingId}/verification`, {
    agencySlug: 'kota-kupang',
    [field]: words,
  })
  expect([byCall.status, byCall.json.code]).toEqual([422, 'names_somebody'])
})

test('a wrong name is stopped alike, and the reporter’s own words, shortened or not, are not', async () => {
  const text = 'Kepala dinas, Bapak Matheos Koro, meminta uang. Saya Yohanes Ratukore Lado menolaknya.'
  const guessed = await aReport(db, { anonymous: true, contact })
  expect((await forward(guessed.trackingId, { title: 'Laporan Bapak Matheos' })).status).toBe(422)
  const own = await aReport(db, { anonymous: true, contact, text })
  expect((await forward(own.trackingId, { text: 'Kepala dinas, Bapak Matheos Koro, meminta uang.' })).status).toBe(303)
})
