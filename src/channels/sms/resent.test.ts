import { beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { smsDeliveries } from '../../notifications/gateway-states.ts'
import { addHttpGateway, type PeerGateway, startGateway } from './testing/http-gateway.ts'
import { sendingWorld } from './testing/sending-world.ts'
import { addSmppGateway, heldBinds } from './testing/smpp-world.ts'
import { type Rung, type Smsc, startSmsc } from './testing/smsc.ts'
import { smsWorld } from './testing/sms-world.ts'

// What comes back undeliverable through one gateway goes once more through another.

const db = await testDatabase()
const world = sendingWorld(db)
const { app } = await smsWorld(db)
const soon = { timeout: 5_000, interval: 10 }
beforeEach(world.begin)

/** Telkomsel over SMPP, whose number it is, and a Kannel. */
async function twoGateways() {
  const [telkomsel, kannel] = [await startSmsc({ receipts: '' }), await startGateway({ status: 202 })]
  await addSmppGateway(db, telkomsel, { prefixes: ['+62812'] })
  await addHttpGateway(db, 'kannel', kannel)
  const binds = await heldBinds(db, {}, () => world.clock.now)
  await expect.poll(() => telkomsel.lines(), soon).toBe(1)
  world.work({ binds })
  return { telkomsel, kannel }
}
const last = ({ rung }: Smsc) => rung.at(-1) as Rung
async function kannelSays({ asked }: PeerGateway, code: number) {
  const url = asked.at(-1)?.url.searchParams.get('dlr-url') ?? ''
  expect((await app.request(url.replace('%d', `${code}`))).status).toBe(200)
}
const counts = async () =>
  (await smsDeliveries(db.web)).map(({ gateway, delivery, count }) => `${gateway} ${delivery} ${count}`)

test('an SMS that its operator brings back goes through Kannel, once, and arrives; both are counted', async () => {
  const { telkomsel, kannel } = await twoGateways()
  const id = await world.queue()
  await world.sendDue()
  await telkomsel.receipt(last(telkomsel), 'UNDELIV')
  expect(await world.stateOf(id)).toMatchObject({ state: 'queued', first_gateway: 'telkomsel' })
  await world.sendDue()
  expect(await world.stateOf(id)).toMatchObject({ state: 'sent', gateway: 'kannel', delivery: 'accepted' })
  await kannelSays(kannel, 1)
  expect(await world.stateOf(id)).toMatchObject({ state: 'sent', delivery: 'delivered' })
  expect([telkomsel.rung.length, kannel.asked.length]).toEqual([1, 1])
  expect(await counts()).toEqual(['kannel delivered 1', 'telkomsel resent 1'])
  await telkomsel.die()
})

test('never a third time: what the second gateway brings back too stays undeliverable, however often both say so', async () => {
  const { telkomsel, kannel } = await twoGateways()
  const id = await world.queue()
  await world.sendDue()
  await telkomsel.receipt(last(telkomsel), 'UNDELIV')
  await world.sendDue()
  await kannelSays(kannel, 2)
  await telkomsel.receipt(last(telkomsel), 'UNDELIV')
  await world.sendDue()
  expect(await world.stateOf(id)).toMatchObject({ state: 'sent', gateway: 'kannel', delivery: 'undeliverable' })
  expect([telkomsel.rung.length, kannel.asked.length]).toEqual([1, 1])
  await telkomsel.die()
})

test('never after it was delivered, whichever is said first', async () => {
  const { telkomsel, kannel } = await twoGateways()
  const id = await world.queue()
  await world.sendDue()
  for (const stat of ['DELIVRD', 'UNDELIV']) await telkomsel.receipt(last(telkomsel), stat)
  const other = await world.queue(`${world.phone}1`)
  await world.sendDue()
  for (const stat of ['UNDELIV', 'DELIVRD']) await telkomsel.receipt(last(telkomsel), stat)
  await world.sendDue()
  for (const one of [id, other])
    expect(await world.stateOf(one)).toMatchObject({ state: 'sent', gateway: 'telkomsel', delivery: 'delivered' })
  expect(kannel.asked).toEqual([])
  await telkomsel.die()
})

test('what arrived at last through the first gateway has arrived, whatever the second says then', async () => {
  const { telkomsel, kannel } = await twoGateways()
  const id = await world.queue()
  await world.sendDue()
  await telkomsel.receipt(last(telkomsel), 'UNDELIV')
  await world.sendDue()
  await telkomsel.receipt(last(telkomsel), 'DELIVRD')
  await kannelSays(kannel, 2)
  expect(await world.stateOf(id)).toMatchObject({ state: 'sent', delivery: 'delivered' })
  await telkomsel.die()
})

test('where there is no other gateway it stays undeliverable, in sight; so does what comes back after a day', async () => {
  const { telkomsel } = await twoGateways()
  await db.owner.deleteFrom('identity.gateway').where('name', '=', 'kannel').execute()
  const id = await world.queue()
  await world.sendDue()
  await telkomsel.receipt(last(telkomsel), 'UNDELIV')
  expect(await world.stateOf(id)).toMatchObject({ state: 'sent', delivery: 'undeliverable', first_gateway: null })
  await addHttpGateway(db, 'kannel', { url: 'http://127.0.0.1:1' })
  const late = await world.queue(`${world.phone}1`)
  await world.sendDue()
  await sql`update identity.message set sent_at = sent_at - interval '25 hours' where id = ${late}`.execute(db.owner)
  await telkomsel.receipt(last(telkomsel), 'UNDELIV')
  expect(await world.stateOf(late)).toMatchObject({ state: 'sent', delivery: 'undeliverable' })
  await telkomsel.die()
})

test('what was never answered and comes back goes once more too; what was handed over twice already does not', async () => {
  const { telkomsel, kannel } = await twoGateways()
  telkomsel.answering = 'never'
  const [once, twice] = [await world.queue(), await world.queue(`${world.phone}1`)]
  await world.send(once)
  const [first] = telkomsel.rung as [Rung]
  await telkomsel.receipt(first, 'UNDELIV')
  for (let looks = 0; looks < 2; looks++) await world.send(once)
  expect(await world.stateOf(once)).toMatchObject({ state: 'sent', gateway: 'kannel', first_gateway: 'telkomsel' })
  await world.send(twice)
  await world.send(twice)
  for (const message of telkomsel.rung.slice(1)) await telkomsel.receipt(message, 'UNDELIV')
  await world.send(twice)
  expect([telkomsel.rung.length, kannel.asked.length]).toEqual([3, 1])
  await telkomsel.die()
})

test('while the other gateway is away it waits for it, and is not sent back through the first; later ones wait behind it', async () => {
  const { telkomsel, kannel } = await twoGateways()
  kannel.answers = { status: 503 }
  const id = await world.queue()
  await world.sendDue()
  await telkomsel.receipt(last(telkomsel), 'UNDELIV')
  const next = await world.queue()
  await world.sendDue()
  expect(await world.stateOf(id)).toMatchObject({ state: 'failed', last_error: 'SMS gateway 503' })
  expect((await world.stateOf(next)).state).toBe('queued')
  kannel.answers = { status: 202 }
  await world.send(id)
  await world.sendDue()
  expect(await world.stateOf(id)).toMatchObject({ state: 'sent', gateway: 'kannel' })
  expect(await world.stateOf(next)).toMatchObject({ state: 'sent', gateway: 'telkomsel' })
  expect(telkomsel.rung).toHaveLength(2)
  await telkomsel.die()
})

test('when the other gateway is removed meanwhile it is undeliverable, in sight, and later ones do not wait for it', async () => {
  const { telkomsel } = await twoGateways()
  const id = await world.queue()
  await world.sendDue()
  await telkomsel.receipt(last(telkomsel), 'UNDELIV')
  const next = await world.queue()
  await db.owner.deleteFrom('identity.gateway').where('name', '=', 'kannel').execute()
  const binds = await heldBinds(db, {}, () => world.clock.now)
  await expect.poll(() => binds.isUp(), soon).toBe(true)
  world.work({ binds })
  await world.sendDue()
  await world.sendDue()
  expect(await world.stateOf(id)).toMatchObject({ state: 'dead', last_error: 'no other SMS gateway' })
  expect(await world.stateOf(next)).toMatchObject({ state: 'sent', gateway: 'telkomsel' })
  await telkomsel.die()
})

test('the same where Kannel brought it back and the other operator is gone: it does not wait uncounted for ever', async () => {
  const kannel = await startGateway({ status: 202 })
  await addHttpGateway(db, 'kannel', kannel)
  await addHttpGateway(db, 'infobip', { url: 'http://127.0.0.1:1' }, { priority: 9 })
  const id = await world.queue()
  await world.sendDue()
  await kannelSays(kannel, 2)
  expect(await world.stateOf(id)).toMatchObject({ state: 'queued', first_gateway: 'kannel' })
  const next = await world.queue()
  await db.owner.deleteFrom('identity.gateway').where('name', '=', 'infobip').execute()
  world.work()
  await world.sendDue()
  await world.sendDue()
  expect(await world.stateOf(id)).toMatchObject({ state: 'dead', last_error: 'no other SMS gateway' })
  expect(await world.stateOf(next)).toMatchObject({ state: 'sent', gateway: 'kannel' })
})
