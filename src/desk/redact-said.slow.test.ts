import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { verifyChains } from '../audit/verify-chains.ts'
import { verifyPublic } from '../audit/verify-public.ts'
import { apiAs } from '../casework-api/testing/api-as.ts'
import { browse } from '../intake/testing/browse.ts'
import { testDatabase } from '../platform/testing/test-database.ts'
import { as } from '../report/as.ts'
import { lowerSecrecy, raiseSecrecy } from '../secrecy/change-secrecy.ts'
import { aReport, type Made, type Wanted } from '../testing/a-report.ts'
import { coordinatorOf, dedi, marta, officerOf } from '../testing/cast.ts'
import { publicThread } from '../testing/public-thread.ts'
import { deskOf, fieldsOf } from './testing/desk-app.ts'

// Replies and answers that the public reads already.

const db = await testDatabase()
const desk = deskOf(db, dedi)
const site = browse(db)
const reply = 'Belum. Tanya Ibu Yosefina Klobor, NIK 5371014507850003. Persil 5371-0155 sejak 2019.'
const answer = 'Sudah kami sampaikan kepada Ibu Yosefina Klobor.'
const replied = 5

async function answeredAndReplied(wanted: Wanted = {}) {
  const made = await aReport(db, { stage: 'answered', answer, ...wanted })
  await made.move(marta(made.id), { move: 'reply', text: reply })
  return { ...made, address: `/kelola/laporan/${made.trackingId}/penyamaran` }
}

const wordsOf = async ({ id }: Made) =>
  Object.fromEntries(((await publicThread(db, id)) ?? []).flatMap(({ move, text }) => (text ? [[move, text]] : [])))

async function press(address: string, page: string, button: Record<string, string>) {
  const told = await desk.post(address, { ...fieldsOf(page, '/penyamaran'), ...button })
  return { status: told.status, page: await told.text() }
}

/** Presses what takes each out, then publishes what is shown. */
async function redact(address: string, pieces: readonly string[], noun = 'samarkan') {
  let page = await desk.page(address)
  for (const piece of pieces) ({ page } = await press(address, page, { [noun]: piece }))
  return { shown: page, status: (await press(address, page, { step: 'send' })).status }
}

async function faultsOf(): Promise<string[]> {
  const said: string[] = []
  const keep = ({ trackingId, what }: { trackingId: string; what: string }) => said.push(`${trackingId}: ${what}`)
  await verifyPublic(db.owner, keep)
  await verifyChains(db.urls.owner, keep)
  return said
}

test('a private person in a reply that the public reads is taken out of it, and of the answer that repeats the name, at once', async () => {
  const made = await answeredAndReplied()
  const page = await desk.page(made.address)
  for (const piece of ['5371014507850003', 'Yosefina Klobor']) expect(page).toContain(`value="${piece}"`)
  const { status } = await redact(made.address, ['5371014507850003', 'Yosefina Klobor'])
  expect([status, await wordsOf(made)]).toEqual([
    303,
    {
      answer: 'Sudah kami sampaikan kepada Ibu [disamarkan].',
      reply: 'Belum. Tanya Ibu [disamarkan], NIK [disamarkan]. Persil 5371-0155 sejak 2019.',
    },
  ])
  const publicPaths = [`/laporan/${made.trackingId}`, `/api/v1/reports/${made.trackingId}`, '/api/v1/reports']
  for (const path of publicPaths) expect(await (await site.get(path)).text()).not.toMatch(/Yosefina|5371014507850003/)
})

test('what was taken out of a reply by mistake comes back by one press, and nothing else does', async () => {
  const made = await answeredAndReplied()
  await redact(made.address, ['5371-0155', 'Yosefina Klobor'], 'samarkan_lain')
  expect(await wordsOf(made)).toMatchObject({ reply: expect.stringContaining('Persil [disamarkan] sejak') })
  await redact(made.address, ['5371-0155'], 'tampilkan')
  expect((await wordsOf(made)).reply).toBe(reply.replace('Yosefina Klobor', '[disamarkan]'))
  await redact(made.address, ['Yosefina Klobor'], 'tampilkan')
  expect(await wordsOf(made)).toEqual({ answer, reply })
})

test('its event says which stretches are out and repeats no word; its reporter is told, keeps the words and reads what the public reads', async () => {
  const made = await answeredAndReplied()
  await redact(made.address, ['Yosefina Klobor'])
  const { move, text, audience, data } = await db.owner
    .selectFrom('casework.event')
    .select(['move', 'text', 'audience', 'data'])
    .where('report_id', '=', made.id)
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
  const at = reply.indexOf('Yosefina')
  expect({ move, text, audience }).toEqual({ move: 'redact', text: null, audience: 'parties' })
  expect(data).toEqual({ out: expect.arrayContaining([replied, at, at + 'Yosefina Klobor'.length]) })
  const mine = await (await site.post('/lacak', { id: made.trackingId, kunci: made.key })).text()
  expect(mine).toContain(reply)
  expect(mine).toContain('Yang dibaca umum: “Belum. Tanya Ibu [disamarkan], NIK')
})

test('what was taken out stays out of the copy when the report moves on, and the audit finds nothing wrong', async () => {
  const made = await answeredAndReplied()
  await redact(made.address, ['Yosefina Klobor'])
  await made.move(officerOf(), { move: 'answer', text: 'Sudah selesai.', changes: { outcome: 'solved' } })
  expect(JSON.stringify(await publicThread(db, made.id))).not.toContain('Yosefina')
  await sql`select casework.publish_all(array[${made.id}::uuid])`.execute(db.owner)
  expect(JSON.stringify(await publicThread(db, made.id))).not.toContain('Yosefina')
  expect(await faultsOf()).toEqual([])
})

test('of an anonymous report no office reads what was taken out, on its page or by a program, and more can go', async () => {
  const made = await answeredAndReplied({ anonymous: true })
  await redact(made.address, ['Yosefina Klobor'])
  for (const actor of [officerOf(), coordinatorOf(), dedi]) {
    const page = await deskOf(db, actor).page(`/kelola/laporan/${made.trackingId}`)
    const told = await apiAs(db, { actor }, site.deps).get(`/reports/${made.trackingId}`)
    expect(page + JSON.stringify(told.json)).toContain('Persil 5371-0155')
    expect(page + JSON.stringify(told.json)).not.toContain('Yosefina')
  }
  expect(await desk.page(made.address)).not.toContain('name="tampilkan"')
  await redact(made.address, ['5371014507850003'])
  expect((await wordsOf(made)).reply).toBe(
    'Belum. Tanya Ibu [disamarkan], NIK [disamarkan]. Persil 5371-0155 sejak 2019.',
  )
  expect(await faultsOf()).toEqual([])
})

test('hidden and shown again, it is read as it was redacted', async () => {
  const made = await answeredAndReplied()
  await redact(made.address, ['Yosefina Klobor'])
  const setting = { rules: await desk.deps.rules(), directory: await desk.deps.directory(), now: made.at }
  await as(db.web, marta(made.id), (tx) => raiseSecrecy(tx, marta(made.id), made.id, { confidential: true }, setting))
  expect(await publicThread(db, made.id)).toBeUndefined()
  const page = await deskOf(db, officerOf()).page(`/kelola/laporan/${made.trackingId}`)
  expect([page.includes('Persil 5371-0155'), page.includes('Yosefina')]).toEqual([true, false])
  const lowered = { confidential: false, confirmed: true, care: 'sure' } as const
  await as(db.web, marta(made.id), (tx) => lowerSecrecy(tx, marta(made.id), made.id, lowered, setting))
  expect((await wordsOf(made)).reply).toBe(reply.replace('Yosefina Klobor', '[disamarkan]'))
  await redact(made.address, ['Yosefina Klobor'], 'tampilkan')
  expect(await wordsOf(made)).toEqual({ answer, reply })
})
