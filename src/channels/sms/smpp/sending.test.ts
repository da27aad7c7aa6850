import { beforeEach, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { blindIndex } from '../../../accounts/contact.ts'
import { queueMessages } from '../../../notifications/queue-messages.ts'
import { sendSms } from '../../../notifications/send-sms.ts'
import type { TellDeps } from '../../../notifications/tell-deps.ts'
import { tellDeps } from '../../../notifications/testing/post-office.ts'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { system } from '../../../report/actor.ts'
import { as } from '../../../report/as.ts'
import { testKeys, testOpener } from '../../../testing/test-deps.ts'
import { addSmppGateway, heldBinds } from '../testing/smpp-world.ts'
import { type Smsc, startSmsc } from '../testing/smsc.ts'
import { testTexter } from '../testing/test-texter.ts'
import { status } from './library.ts'

// How our SMS leave through the message centres of operators, and what is known of them afterwards.

const db = await testDatabase()
const soon = { timeout: 5_000, interval: 10 }
const clock = { now: new Date('2026-01-14T04:00:00Z') }
let phones = 0
let phone = ''

beforeEach(async () => {
  await sql`truncate identity.gateway, identity.gateway_state, identity.message, identity.early_receipt cascade`.execute(
    db.owner,
  )
  phone = `+62812777${String(++phones).padStart(5, '0')}`
  clock.now = new Date('2026-01-14T04:00:00Z')
})

/** The worker's messages, through the operators that are rows; one operator, Telkomsel, is there unless more are given. */
async function sender(smscs: Record<string, Smsc>, rows: Record<string, object> = {}, times = {}) {
  for (const [name, smsc] of Object.entries(smscs)) await addSmppGateway(db, smsc, { name, ...rows[name] })
  const binds = await heldBinds(db, times, () => clock.now)
  await expect.poll(() => Object.values(smscs).every((smsc) => smsc.lines() > 0), soon).toBe(true)
  const texter = testTexter(db, { binds, now: () => clock.now })
  return tellDeps(db, { texter, now: () => clock.now })
}

async function queue(template = 'help' as const, address = phone): Promise<string> {
  const to = { person: 'sender', reportId: '', accountId: null, channel: 'sms', address } as const
  const toIndex = blindIndex(testKeys.indexSecret, 'phone', address)
  const dedupe = randomUUID()
  const message = { to: { ...to, toIndex }, template, dedupe, aboutNoReport: true }
  await as(db.worker, system, (tx) => queueMessages(tx, testOpener, [message], clock.now))
  const row = await db.owner.selectFrom('identity.message').select('id').where('dedupe', '=', dedupe).execute()
  return row[0]?.id ?? ''
}

async function send(deps: TellDeps, id: string) {
  await (await sendSms(deps, [id])).settled
}

const stateOf = (id: string) =>
  db.owner
    .selectFrom('identity.message')
    .select(['state', 'gateway', 'delivery', 'last_error'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const deliveryOf = async (id: string) => (await stateOf(id)).delivery

test('an SMS leaves through the operator, and is delivered when its receipt says so', async () => {
  const smsc = await startSmsc({ receipts: '' })
  const deps = await sender({ telkomsel: smsc })
  const id = await queue()
  await send(deps, id)
  expect(smsc.rung).toMatchObject([{ from: '1708', to: phone, text: expect.stringContaining('LAPOR!') }])
  expect(await stateOf(id)).toMatchObject({ state: 'sent', gateway: 'telkomsel', delivery: 'accepted' })
  await smsc.receipt(smsc.rung[0] as Smsc['rung'][0], 'DELIVRD')
  expect(await deliveryOf(id)).toBe('delivered')
  await send(deps, id)
  expect(smsc.rung).toHaveLength(1)
  await smsc.die()
})

test('delivered is not taken back; undeliverable is, when it was delivered after all', async () => {
  const smsc = await startSmsc({ receipts: '' })
  const deps = await sender({ telkomsel: smsc })
  const [one, other] = [await queue(), await queue('help', `${phone}9`)]
  for (const id of [one, other]) await send(deps, id)
  const [first, second] = smsc.rung as [Smsc['rung'][0], Smsc['rung'][0]]
  for (const stat of ['DELIVRD', 'UNDELIV']) await smsc.receipt(first, stat)
  for (const stat of ['UNDELIV', 'ACCEPTD', 'DELIVRD']) await smsc.receipt(second, stat)
  expect([await deliveryOf(one), await deliveryOf(other)]).toEqual(['delivered', 'delivered'])
  await smsc.die()
})

test('a receipt that comes before the answer is noted with it; one written in decimal for an answer in hexadecimal too', async () => {
  const refs = { answered: (n: number) => `00${n.toString(16).toUpperCase()}`, receipted: String }
  const smsc = await startSmsc({ receipts: 'DELIVRD', refs })
  smsc.answering = 'on release'
  const deps = await sender({ telkomsel: smsc }, {}, { answerMs: 3_000 })
  const id = await queue()
  const sending = send(deps, id)
  const early = () => db.owner.selectFrom('identity.early_receipt').select('delivery').execute()
  await expect.poll(early, soon).toEqual([{ delivery: 'delivered' }])
  smsc.release()
  await sending
  expect(await stateOf(id)).toMatchObject({ state: 'sent', delivery: 'delivered' })
  expect(await early()).toEqual([])
  await smsc.die()
})

test('a receipt in its optional fields is read like one in words', async () => {
  const smsc = await startSmsc({ receipts: '' })
  const deps = await sender({ telkomsel: smsc })
  const id = await queue()
  await send(deps, id)
  const [message] = smsc.rung as [Smsc['rung'][0]]
  const fields = { short_message: Buffer.alloc(0), receipted_message_id: message.ref, message_state: 5 }
  await smsc.receipt(message, '', { command: 'data_sm', ...fields })
  expect(await deliveryOf(id)).toBe('undeliverable')
  await smsc.die()
})

test('a number goes through its own operator; while that one is dead through another', async () => {
  const [telkomsel, indosat] = [await startSmsc(), await startSmsc()]
  const deps = await sender(
    { indosat, telkomsel },
    { telkomsel: { prefixes: ['+62812'] }, indosat: { prefixes: ['+62857'] } },
  )
  await send(deps, await queue())
  await send(deps, await queue('help', '+6285700000001'))
  expect([telkomsel.rung.length, indosat.rung.length]).toEqual([1, 1])
  await telkomsel.die()
  await expect
    .poll(async () => {
      await send(deps, await queue()).catch(() => {})
      return indosat.rung.length
    }, soon)
    .toBe(2)
  await indosat.die()
})

test('an operator that asks for less is given less, and gets everything, each once', async () => {
  const smsc = await startSmsc()
  const deps = await sender({ telkomsel: smsc }, {}, { waitMs: 5_000 })
  smsc.answers.push(status.throttled, status.queueFull)
  const ids = await Promise.all(Array.from({ length: 5 }, (_, at) => queue('help', `${phone}${at}`)))
  await Promise.all(ids.map((id) => send(deps, id)))
  expect(new Set(smsc.rung.map(({ to }) => to)).size).toBe(5)
  expect(smsc.rung).toHaveLength(5)
  await smsc.die()
})

test('what one operator refuses is offered to the other; what no operator knows is given up', async () => {
  const [telkomsel, indosat] = [await startSmsc(), await startSmsc()]
  const deps = await sender({ telkomsel, indosat })
  indosat.answers.push(status.invalidDestination, status.invalidDestination)
  telkomsel.answers.push(0, status.invalidDestination)
  const [one, other] = [await queue(), await queue('help', `${phone}1`)]
  await send(deps, one)
  expect(await stateOf(one)).toMatchObject({ state: 'sent', gateway: 'telkomsel' })
  telkomsel.answers.splice(0, 9, status.invalidDestination)
  await send(deps, other)
  expect(await stateOf(other)).toMatchObject({ state: 'dead', last_error: 'smpp 0x0b' })
  await telkomsel.die()
  await indosat.die()
})

test('an operator that takes and never answers: no other sends it meanwhile, a receipt settles it, and it rings once', async () => {
  const [telkomsel, indosat] = [await startSmsc({ receipts: '' }), await startSmsc()]
  telkomsel.answering = 'never'
  const deps = await sender({ telkomsel, indosat }, { telkomsel: { prefixes: ['+62812'] } })
  const id = await queue()
  await send(deps, id)
  expect(await stateOf(id)).toMatchObject({ state: 'failed', delivery: 'unknown', last_error: 'no answer' })
  expect(indosat.rung).toEqual([])
  clock.now = new Date(clock.now.getTime() + 10_000)
  await telkomsel.receipt(telkomsel.rung[0] as Smsc['rung'][0], 'DELIVRD')
  await send(deps, id)
  expect(await stateOf(id)).toMatchObject({ state: 'sent', delivery: 'delivered', last_error: null })
  expect(telkomsel.rung).toHaveLength(1)
  await telkomsel.die()
  await indosat.die()
})

test('without answer and without receipt it is handed over once more, and then given up, visibly', async () => {
  const smsc = await startSmsc({ receipts: '' })
  smsc.answering = 'never'
  const deps = await sender({ telkomsel: smsc })
  const id = await queue()
  await send(deps, id)
  await send(deps, id)
  expect(await stateOf(id)).toMatchObject({ state: 'dead', last_error: 'no answer', delivery: 'unknown' })
  await send(deps, id)
  expect(smsc.rung).toHaveLength(2)
  await smsc.die()
})

test('an answer that comes late settles it before it is sent again', async () => {
  const smsc = await startSmsc({ receipts: '' })
  smsc.answering = 'on release'
  const deps = await sender({ telkomsel: smsc })
  const id = await queue()
  await send(deps, id)
  smsc.release()
  await expect.poll(() => stateOf(id), soon).toMatchObject({ state: 'sent', delivery: 'accepted' })
  await send(deps, id)
  expect(smsc.rung).toHaveLength(1)
  await smsc.die()
})

test('while every operator is away nothing is tried; the message waits, and leaves afterwards', async () => {
  const smsc = await startSmsc()
  const deps = await sender({ telkomsel: smsc })
  expect(await deps.texter.isOpen()).toBe(true)
  await smsc.die()
  await expect.poll(() => deps.texter.isOpen(), soon).toBe(false)
  const id = await queue()
  await send(deps, id)
  expect(await stateOf(id)).toMatchObject({ state: 'failed', last_error: 'SMS gateway away' })
  await smsc.rise()
  await expect.poll(() => deps.texter.isOpen(), soon).toBe(true)
  await send(deps, id)
  expect(await stateOf(id)).toMatchObject({ state: 'sent' })
  await smsc.die()
})
