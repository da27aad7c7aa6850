import { beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { arrivalsRepeated } from '../../../intake/arrivals-ledger.ts'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { testKeys } from '../../../testing/test-deps.ts'
import { keepSms } from '../keep-sms.ts'
import { readKannel } from '../parts/kannel.ts'
import { addSmppGateway, heldBinds } from '../testing/smpp-world.ts'
import { startSmsc } from '../testing/smsc.ts'
import { tidyBrought } from './keep-brought.ts'

// The same words from the same phone, days apart, over a protocol that gives a message no id.

const db = await testDatabase()
const phone = '+6281234567890'
const soon = { timeout: 5_000, interval: 10 }
const hour = 3_600_000
const day = 24 * hour
let now: Date

beforeEach(async () => {
  now = new Date('2026-11-23T02:00:00Z')
  await sql`truncate identity.gateway, identity.gateway_state, identity.arrival, identity.arrival_received, identity.brought, casework.outbox cascade`.execute(
    db.owner,
  )
})

const pass = async (ms: number) => {
  now = new Date(now.getTime() + ms)
  await tidyBrought(db.worker, now)
}
const arrivals = async () => (await db.owner.selectFrom('identity.arrival').select('id').execute()).length
const proved = () => db.owner.selectFrom('identity.brought').select('acknowledged').executeTakeFirstOrThrow()

test('YA today, tomorrow and twice next week are four messages, though what is counted of them was tidied away between', async () => {
  const smsc = await startSmsc()
  await addSmppGateway(db, smsc)
  await heldBinds(db, {}, () => now)
  let sent = 0
  for (const since of [0, day, 4 * day, hour]) {
    await pass(since)
    await smsc.phone(phone, 'YA')
    expect(await arrivals()).toBe(++sent)
    await expect.poll(proved, soon).toEqual({ acknowledged: true })
  }
  expect((await arrivalsRepeated(db.web)).get('sms')).toBe(0)
  await smsc.die()
})

test('what we thanked for just before the line broke is the same message for hours, and another one two days later', async () => {
  const smsc = await startSmsc()
  await addSmppGateway(db, smsc)
  const brokenOff = async () => {
    const binds = await heldBinds(db, {}, () => now)
    await smsc.phone(phone, 'YA')
    await smsc.die()
    await binds.stop()
    await smsc.rise()
    expect(await proved()).toEqual({ acknowledged: false })
  }
  await brokenOff()
  for (const since of [hour, 5 * hour, 5 * hour]) {
    await pass(since)
    await brokenOff()
    expect(await arrivals(), 'brought again').toBe(1)
  }
  expect((await arrivalsRepeated(db.web)).get('sms'), 'and seen by whoever runs the place').toBe(3)
  await pass(2 * day)
  await brokenOff()
  expect(await arrivals()).toBe(2)
  await smsc.die()
})

test('an HTTP gateway that gives neither an id nor a time: brought again at once the same message, next day another one', async () => {
  const brings = (fields: Record<string, string>) =>
    keepSms(
      { db: db.web, keys: testKeys },
      'kannel',
      readKannel(new Map(Object.entries(fields).map(([name, value]) => [name, Buffer.from(value)]))),
      now,
    )
  const bare = { from: phone, to: '1708', text: 'YA', charset: 'UTF-8' }
  await Promise.all([brings(bare), brings(bare), brings(bare)])
  expect(await arrivals()).toBe(1)
  await pass(day)
  await brings(bare)
  expect(await arrivals()).toBe(2)
  await brings({ ...bare, id: 'k-1' })
  await pass(31 * day)
  await brings({ ...bare, id: 'k-1' })
  expect(await arrivals(), 'by the id of its gateway it is one for ever').toBe(3)
})
