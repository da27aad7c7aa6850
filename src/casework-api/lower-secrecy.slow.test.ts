import { expect, test } from 'vitest'
import { testDatabase } from '../platform/testing/test-database.ts'
import { browse } from '../intake/testing/browse.ts'
import { aReport } from '../testing/a-report.ts'
import { dedi, marta } from '../testing/cast.ts'
import { publicThread } from '../testing/public-thread.ts'
import { apiAs } from './testing/api-as.ts'

const db = await testDatabase()
const site = browse(db)

/** Hidden when its archiving had said something for everybody, then forwarded: nobody outside has read it so far. */
async function hiddenSince(text: string, note: string) {
  const made = await aReport(db, { text, title: 'Lampu mati' })
  const app = apiAs(db, { key: made.key }, site.deps)
  const change = (body: object) => app.post(`/reports/${made.trackingId}/secrecy`, body)
  await made.move(dedi, { move: 'archive', text: note, changes: { archive_reason: 'unclear' } })
  await made.move(marta(made.id), { move: 'object', text: 'Ini jelas.' })
  expect((await change({ confidential: true })).status).toBe(200)
  await made.move(dedi, { move: 'forward', data: { agency: 'kota-kupang' }, changes: { agency_id: 'kota-kupang' } })
  return { made, lower: (body: object = {}) => change({ confidential: false, confirm: true, ...body }) }
}

test('a program that lowers secrecy is told what was said before and points at somebody; it leaves it to the parties, or is sure', async () => {
  const note = 'Mobil DH 4321 XY sudah ditanyakan.'
  const [one, other] = [await hiddenSince('Lampu mati.', note), await hiddenSince('Lampu mati.', note)]
  const told = await one.lower()
  expect(told).toMatchObject({ status: 422, json: { errors: [{ path: 'thread/2', code: 'plate' }] } })
  expect(await publicThread(db, one.made.id)).toBeUndefined()
  expect((await one.lower({ without: [2] })).status).toBe(200)
  expect(JSON.stringify(await publicThread(db, one.made.id))).not.toContain('DH 4321')
  expect((await other.lower({ sure: true })).status).toBe(200)
  expect(JSON.stringify(await publicThread(db, other.made.id))).toContain('DH 4321')
})

test('the number of a report that the public does not find is told to a program, and marked on the page, before secrecy is lowered', async () => {
  const secret = (await aReport(db, { confidential: true })).trackingId
  const { made, lower } = await hiddenSince(`Lampu mati, lihat ${secret} milik saya.`, `Sama dengan ${secret}.`)
  const told = await lower()
  expect(told).toMatchObject({ status: 422, json: { errors: [{ path: 'text', code: 'report' }] } })
  const taken = await lower({ redact: [secret] })
  expect(taken).toMatchObject({ status: 422, json: { errors: [{ path: 'thread/2', code: 'report' }] } })
  const fields = { kunci: made.key, turunkan: 'rahasia' }
  const page = await (await site.post(`/laporan/${made.trackingId}/kerahasiaan`, fields)).text()
  expect(page.match(new RegExp(`<mark[^>]*>${secret}`, 'g'))?.length).toBeGreaterThan(1)
  expect((await lower({ redact: [secret], without: [2] })).status).toBe(200)
  expect(JSON.stringify(await publicThread(db, made.id))).not.toContain(secret)
})
