import { beforeAll, expect, test } from 'vitest'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { forwardReport } from '../disposition/forward-report.ts'
import { receiveMessage } from '../my-report/receive-message.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { endEmbargo, layEmbargo } from '../secrecy/embargo.ts'
import { aReport, type Made, type Wanted } from '../testing/a-report.ts'
import { coordinatorOf, dedi, marta } from '../testing/cast.ts'
import { onDuty } from '../testing/on-duty.ts'
import { aWednesday, testDeps, testKeeper } from '../testing/test-deps.ts'
import { publicThread } from '../testing/public-thread.ts'
import { deskOf } from './testing/desk-app.ts'

const db = await testDatabase()
const deps = testDeps(db)
const desk = deskOf(db, dedi)
const kupang = deskOf(db, coordinatorOf())
const kupangByApi = apiAs(db, { actor: coordinatorOf() }, deps)
const plated = 'Pemilik mobil DH 1234 AB sudah kami tegur.'

beforeAll(() => onDuty(db, dedi, coordinatorOf()))

/** Forwarded, and read by nobody outside: its embargo runs. */
async function heldBack(wanted: Wanted = {}) {
  const made = await aReport(db, wanted)
  const until = new Date(aWednesday.getTime() + 10 * 86_400_000)
  const order = { ground: 'child', statute: 'UU 11/2012 Pasal 19', until } as const
  await as(db.web, dedi, (tx) => layEmbargo(tx, testKeeper, made.id, order, aWednesday))
  await as(db.web, dedi, async (tx) =>
    forwardReport(tx, dedi, made.id, { agencyId: 'kota-kupang' }, await settingNow()),
  )
  return made
}

async function settingNow() {
  return { rules: await deps.rules(), directory: await deps.directory(), now: aWednesday }
}

async function say(who: typeof desk, { trackingId, id }: Made, noun: string, fields: Record<string, string>) {
  const row = db.owner.selectFrom('casework.report').select('last_seq').where('id', '=', id)
  const seenSeq = String((await row.executeTakeFirstOrThrow()).last_seq)
  const told = await who.post(`/kelola/laporan/${trackingId}/${noun}`, { seenSeq, ...fields })
  return { status: told.status, page: await told.text() }
}

const dibacaIn = (page: string) => /name="dibaca" value="([^"]+)"/.exec(page)?.[1] ?? ''

async function publicWords({ id }: Made) {
  await as(db.web, dedi, (tx) => endEmbargo(tx, id, aWednesday))
  return JSON.stringify(await publicThread(db, id))
}

test('what an office writes under an embargo is asked about once, for it is public when the embargo ends', async () => {
  for (const [noun, fields] of [
    ['perkembangan', {}],
    ['jawaban', { outcome: 'solved' }],
  ] as const) {
    const made = await heldBack()
    const asked = await say(kupang, made, noun, { ...fields, text: plated })
    expect([noun, asked.status, asked.page.includes('Publik akan membaca “DH 1234 AB”')]).toEqual([noun, 422, true])
    const meant = await say(kupang, made, noun, { ...fields, text: plated, dibaca: dibacaIn(asked.page) })
    expect(meant.status).toBe(303)
    expect(await publicWords(made)).toContain('DH 1234 AB')
  }
})

test('a program is told of a plate under an embargo, unless it says that it is meant so', async () => {
  const made = await heldBack()
  for (const [path, body] of [
    ['progress', { text: plated }],
    ['answer', { text: plated, outcome: 'solved' }],
  ] as const) {
    const asked = await kupangByApi.post(`/reports/${made.trackingId}/${path}`, body)
    expect(asked).toMatchObject({ status: 422, json: { code: 'points_at_somebody', errors: [{ code: 'plate' }] } })
    expect((await kupangByApi.post(`/reports/${made.trackingId}/${path}`, { ...body, sure: true })).status).toBe(200)
  }
})

test('the note of archiving is asked about before anybody outside reads it, for it is published with a report that is forwarded later', async () => {
  const made = await aReport(db)
  const fields = { reason: 'unclear', text: plated }
  const asked = await say(desk, made, 'pengarsipan', fields)
  expect([asked.status, asked.page.includes('DH 1234 AB')]).toEqual([422, true])
  const byApi = await apiAs(db, { actor: dedi }, deps).post(`/reports/${made.trackingId}/archival`, {
    reason: 'unclear',
    note: plated,
  })
  expect(byApi).toMatchObject({ status: 422, json: { code: 'points_at_somebody' } })
  expect((await say(desk, made, 'pengarsipan', { ...fields, dibaca: dibacaIn(asked.page) })).status).toBe(303)
})

test('what stays among the parties is not asked about, be the report public, held back or waiting', async () => {
  const question = { text: 'Apakah mobil DH 1234 AB milik Anda?' }
  for (const made of [await aReport(db), await heldBack(), await aReport(db, { stage: 'forwarded' })])
    expect((await say(await handlerOf(made), made, 'penundaan', question)).status).toBe(303)
  const made = await heldBack()
  const path = `/reports/${made.trackingId}/return`
  const back = await kupangByApi.post(path, { suggestedAgencySlug: 'kab-luwu', note: plated })
  expect(back.status).toBe(200)
})

/** Whoever has it now. */
async function handlerOf({ id }: Made) {
  const row = db.owner.selectFrom('casework.report').select('agency_id').where('id', '=', id)
  return (await row.executeTakeFirstOrThrow()).agency_id ? kupang : desk
}

test('of a hidden report nobody is asked: whatever looks like somebody is stopped there', async () => {
  const made = await aReport(db, { anonymous: true })
  const stopped = await say(desk, made, 'pengarsipan', { reason: 'unclear', text: plated })
  expect([stopped.status, dibacaIn(stopped.page)]).toEqual([422, ''])
})

test('what the reporter replies under an embargo is shown to them first, or stays among the parties where their door cannot ask', async () => {
  const made = await heldBack()
  await say(kupang, made, 'jawaban', { text: 'Pipa sudah diganti.', outcome: 'solved' })
  const byKey = apiAs(db, { key: made.key }, deps)
  const shown = await byKey.post(`/reports/${made.trackingId}/replies`, { text: 'Hubungi saya di 0812-3456-7890.' })
  expect(shown).toMatchObject({ status: 422, json: { code: 'points_at_somebody' } })
  const reporter = marta(made.id)
  const text = 'Belum selesai, hubungi 0812-3456-7890.'
  await as(db.web, reporter, async (tx) => receiveMessage(tx, reporter, made.id, { text }, await settingNow()))
  expect(await publicWords(made)).not.toContain('0812')
})
