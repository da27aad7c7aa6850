import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { ChannelFailed } from '../../notifications/channel-failed.ts'
import { replayMessage } from '../../notifications/failed/replay-message.ts'
import { sendMessage } from '../../notifications/send.ts'
import { sendSms } from '../../notifications/send-sms.ts'
import { hireOfficers, queued, tellDeps } from '../../notifications/testing/post-office.ts'
import { tell } from '../../notifications/tell.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import type { Actor } from '../../report/actor.ts'
import { aReport, type Wanted } from '../../testing/a-report.ts'
import { onDuty } from '../../testing/on-duty.ts'
import { coordinatorOf, dedi, lestari, officerOf } from '../../testing/cast.ts'
import { aWednesday } from '../../testing/test-deps.ts'
import { deskOf } from '../testing/desk-app.ts'

const db = await testDatabase()
await hireOfficers(db)
const operator: Actor = { role: 'operator', accountId: randomUUID() }
await onDuty(db, operator)
const page = '/kelola/pemberitahuan/gagal'
const both = { name: 'Marta Bire', phone: '081234567890', email: 'marta@rumah.test' }
const refusing = (reason: string) => {
  const send = () => Promise.reject(new ChannelFailed(reason, true))
  return tellDeps(db, { mailer: { keepsPreview: false, send, close() {} } })
}

/** A receipt that the mail server refused for good. */
async function aDeadLetter(reason: string, wanted: Wanted = {}) {
  const report = await aReport(db, { contact: both, ...wanted })
  await db.owner.deleteFrom('casework.outbox').execute()
  await tell(tellDeps(db), report.id, 1)
  const ids = (await queued(db)).map(({ id }) => id)
  for (const id of ids) await sendMessage(refusing(reason), id, false)
  const { id } = await db.owner
    .selectFrom('identity.message')
    .select('id')
    .where('report_id', '=', report.id)
    .where('template', '=', 'receipt')
    .executeTakeFirstOrThrow()
  return { id, report }
}

const rowOf = (id: string) =>
  db.owner
    .selectFrom('identity.message')
    .select(['state', 'channel', 'last_error', 'attempts', 'given_up'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const whole = (id: string) =>
  db.owner.selectFrom('identity.message').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** What the relay would hand to the worker. */
async function replayed() {
  const rows = await db.owner.deleteFrom('casework.outbox').where('topic', '=', 'replay').returningAll().execute()
  for (const { report_id, seq } of rows) await replayMessage(tellDeps(db), report_id, seq === 1)
  return rows.length
}

test('the desk sees which message failed, when, by which door and why, and to which report it belongs; an address nowhere', async () => {
  const { report } = await aDeadLetter('SMTP 550')
  const html = await deskOf(db, dedi).page(page)
  for (const words of [
    'laporan Anda diterima, kepada pelapor',
    'SMTP 550',
    'Berhenti dicoba',
    report.trackingId.slice(0, 3),
  ])
    expect(html).toContain(words)
  expect(html).not.toMatch(/marta|0812|rumah\.test/i)
})

test('of an anonymous report the desk learns no number, for it would tell that its reporter left an address', async () => {
  const { id, report } = await aDeadLetter('SMTP 553', { anonymous: true })
  const html = await deskOf(db, dedi).page(page)
  expect(html).toContain(`${page}/${id}/percobaan`)
  expect(html).not.toContain(report.trackingId)
})

test('the operator sees how many failed and why, and no report at all', async () => {
  const { report } = await aDeadLetter('SMTP 552')
  const html = await deskOf(db, operator).page(page)
  expect(html).toContain('Perbaikan alamat: meja nasional')
  expect(await deskOf(db, dedi).page(page)).not.toContain('Perbaikan alamat')
  expect(html).toContain('SMTP 552')
  expect(html).not.toContain(report.trackingId)
  expect(html).not.toContain(report.trackingId.slice(0, 3) + '-')
  expect(html).not.toContain('Lewat pintu lain')
  expect((await deskOf(db, operator).get('/kelola')).headers.get('location')).toBe(page)
})

test('a message that is tried again goes once, however often the button is pressed', async () => {
  const { id } = await aDeadLetter('SMTP 521')
  const press = () => deskOf(db, dedi).post(`${page}/${id}/percobaan`, { step: 'again' })
  const [one, two] = await Promise.all([press(), press()])
  expect([one?.headers.get('location'), two?.headers.get('location')].toSorted()).toEqual([
    `${page}?sudah=lagi-1`,
    `${page}?sudah=tiada`,
  ])
  expect(await replayed()).toBe(1)
  await sendMessage(tellDeps(db), id, false)
  expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 2, last_error: null })
  expect((await press()).headers.get('location')).toBe(`${page}?sudah=tiada`)
  expect(await replayed()).toBe(0)
})

test('all messages of one cause are tried again at once, those of another are not', async () => {
  const [one, two, other] = [
    await aDeadLetter('SMTP 571'),
    await aDeadLetter('SMTP 571'),
    await aDeadLetter('SMTP 572'),
  ]
  const done = await deskOf(db, operator).post(`${page}/percobaan`, { reason: 'SMTP 571' })
  expect(done.headers.get('location')).toBe(`${page}?sudah=lagi-2`)
  expect([(await rowOf(one.id)).state, (await rowOf(two.id)).state, (await rowOf(other.id)).state]).toEqual([
    'queued',
    'queued',
    'dead',
  ])
  expect(await replayed()).toBe(2)
})

test('the desk has a message sent by the other door that the reporter gave, without learning the number', async () => {
  const { id } = await aDeadLetter('SMTP 554')
  expect(await deskOf(db, dedi).page(page)).toContain('Lewat pintu lain')
  const done = await deskOf(db, dedi).post(`${page}/${id}/percobaan`, { step: 'other_door' })
  expect(done.headers.get('location')).toBe(`${page}?sudah=lagi-1`)
  await replayed()
  await (await sendSms(tellDeps(db), [id])).settled
  expect(await rowOf(id)).toMatchObject({ state: 'sent', channel: 'sms' })
})

test('where there is no other door the message stays, and says so', async () => {
  const { id } = await aDeadLetter('SMTP 556', { contact: { name: 'Marta Bire', email: 'marta@rumah.test' } })
  await deskOf(db, dedi).post(`${page}/${id}/percobaan`, { step: 'other_door' })
  await replayed()
  expect(await rowOf(id)).toMatchObject({ state: 'dead', last_error: 'no other way' })
})

test('a message is given up for good with a reason, and is then no longer in the list', async () => {
  const { id } = await aDeadLetter('SMTP 559')
  const done = await deskOf(db, operator).post(`${page}/${id}/pelepasan`, { why: 'no_way' })
  expect(done.headers.get('location')).toBe(`${page}?sudah=lepas`)
  expect(await rowOf(id)).toMatchObject({ state: 'dead', given_up: 'no_way' })
  expect(await deskOf(db, dedi).page(page)).not.toContain(id)
  const again = await deskOf(db, dedi).post(`${page}/${id}/percobaan`, { step: 'again' })
  expect(again.headers.get('location')).toBe(`${page}?sudah=tiada`)
  const steps = await db.owner
    .selectFrom('identity.message_step')
    .select(['step', 'account_id'])
    .where('message_id', '=', id)
    .execute()
  expect(steps).toEqual([{ step: 'given_up', account_id: operator.accountId }])
})

test('of a message about a report that accuses the national desk the desk sees nothing, counts nothing and stops nothing', async () => {
  const ministry = 'Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi'
  const desk = deskOf(db, dedi)
  const seen = async () => [await desk.page(page), await desk.page('/kelola/pintu')]
  const before = await seen()
  const { id } = await aDeadLetter('SMTP 577', { confidential: true, accused: [ministry] })
  const waiting = { state: 'queued', channel: 'sms', held: 'quiet', gateway: 'kannel', delivery: 'accepted' }
  const { report_id, sealed_to } = await whole(id)
  await db.owner
    .insertInto('identity.message')
    .values({
      ...waiting,
      id: randomUUID(),
      dedupe: randomUUID(),
      template: 'receipt',
      report_id,
      sealed_to,
      created_at: aWednesday,
    })
    .execute()
  expect(await seen()).toEqual(before)
  const presses: [string, Record<string, string>][] = [
    [`${page}/${id}/percobaan`, { step: 'again' }],
    [`${page}/${id}/percobaan`, { step: 'other_door' }],
    [`${page}/${id}/pelepasan`, { why: 'no_way' }],
    [`${page}/percobaan`, { reason: 'SMTP 577' }],
  ]
  for (const [path, fields] of presses) await desk.post(path, fields)
  expect(await rowOf(id)).toMatchObject({ state: 'dead', given_up: null })
  expect(await replayed()).toBe(0)
  expect(await deskOf(db, operator).page(page)).toContain('SMTP 577')
})

test('for everybody else the page and its steps do not exist, and the database says the same', async () => {
  const { id } = await aDeadLetter('SMTP 558')
  for (const actor of [coordinatorOf(), officerOf(), lestari]) {
    const desk = deskOf(db, actor)
    expect((await desk.get(page)).status).toBe(404)
    expect((await desk.post(`${page}/${id}/percobaan`, { step: 'again' })).status).toBe(404)
  }
  expect((await deskOf(db, operator).post(`${page}/${id}/percobaan`, { step: 'other_door' })).status).toBe(404)
  expect((await deskOf(db, dedi).post(`${page}/keinginan/percobaan`, { step: 'again' })).status).toBe(404)
  expect((await rowOf(id)).state).toBe('dead')
})
