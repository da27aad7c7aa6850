import { beforeEach, expect, test, vi } from 'vitest'
import { sql } from 'kysely'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { smsWorld } from '../testing/sms-world.ts'
import { addSmppGateway, heldBinds } from '../testing/smpp-world.ts'
import { startSmsc } from '../testing/smsc.ts'
import { PDU } from './library.ts'
import { readDelivery } from './read-delivery.ts'

// What operators bring at odd moments, and in odd octets: it is kept, and the line stays.

const db = await testDatabase()
const world = await smsWorld(db)
const phone = '+6281234567890'
const soon = { timeout: 5_000, interval: 10 }

beforeEach(async () => {
  await sql`truncate identity.gateway, identity.gateway_state, identity.arrival, identity.brought, casework.outbox cascade`.execute(
    db.owner,
  )
})

const outcomes = async () => {
  await world.work()
  const rows = await db.owner.selectFrom('identity.arrival').select(['outcome', 'reason']).execute()
  return rows.map(({ outcome, reason }) => [outcome, reason].filter(Boolean).join(' ')).toSorted()
}

/** A `deliver_sm` with these octets at its end. */
function deliverSm(words: string, tail = '', fields: Record<string, unknown> = {}): Buffer {
  const pdu = new PDU('deliver_sm', {
    source_addr_ton: 1,
    source_addr: phone.slice(1),
    destination_addr: '1708',
    short_message: Buffer.from(words),
    ...fields,
  })
  const octets = Buffer.concat([pdu.toBuffer(), Buffer.from(tail, 'hex')])
  octets.writeUInt32BE(octets.length)
  return octets
}

test('an SMS that has waited at its operator comes with the answer to our bind, and is kept the first time', async () => {
  const smsc = await startSmsc()
  const brought = smsc.phone(phone, 'Jalan rusak di depan pasar Oeba')
  await addSmppGateway(db, smsc)
  await heldBinds(db)
  await expect.poll(() => smsc.lines(), soon).toBe(1)
  await Promise.race([brought, expect.poll(() => smsc.lost, soon).toBe(1)])
  expect([smsc.unthanked, smsc.lost]).toEqual([[], 0])
  expect(await outcomes()).toEqual(['report'])
  await smsc.die()
})

test.each([
  ['a reference in one octet', '0204000107'],
  ['a reference in one octet, of one part of one', '020e000101020f000101020c000107'],
  ['a reference of which nothing comes', '02040002'],
  ['a number of four octets where one is meant', '04270004deadbeef'],
])('an SMS with an optional field of the wrong length is a report, and its line stays: %s', async (_, tail) => {
  const smsc = await startSmsc()
  await addSmppGateway(db, smsc)
  await heldBinds(db)
  await smsc.octets(deliverSm(`Lampu jalan padam di Penfui ${tail}`, tail))
  await smsc.phone(phone, `Sampah menumpuk di pasar Oesapa ${tail}`)
  expect(await outcomes()).toEqual(['report', 'report'])
  expect([smsc.binds, smsc.unthanked]).toEqual([['bind_transceiver'], []])
  await smsc.die()
})

test('an SMS that cannot be read is seen by a human, once, and its line stays', async () => {
  const smsc = await startSmsc()
  await addSmppGateway(db, smsc)
  await heldBinds(db)
  // Behind the sender's number it breaks off, or in the middle of a number.
  const whole = deliverSm('Obat di puskesmas Sikumana habis')
  const cut = whole.subarray(0, whole.indexOf('1708') - 2)
  for (const pdu of [cut, cut, Buffer.concat([cut, Buffer.from('01')])]) await smsc.octets(pdu)
  await smsc.phone(phone, 'Air PDAM mati di Liliba')
  expect(await outcomes()).toEqual(['quarantined unread', 'quarantined unread', 'report'])
  expect([smsc.binds, smsc.unthanked]).toEqual([['bind_transceiver'], []])
  await smsc.die()
})

test('what an operator calls our message ends where its field ends, though no nought stands there', () => {
  const tail = '001e0003414243' + '0427000102'
  const octets = deliverSm('', tail, { esm_class: 4 })
  expect(readDelivery(new PDU(octets))).toMatchObject({
    receipt: { refs: expect.arrayContaining(['abc']), state: 'delivered' },
  })
})

test('an operator known by its IP address is given no name of a host that would be none', async () => {
  const warned = vi.spyOn(process, 'emitWarning')
  const smsc = await startSmsc()
  await addSmppGateway(db, smsc, { url: `smpps://127.0.0.1:${smsc.port}` })
  await heldBinds(db)
  const down = async () =>
    (await db.owner.selectFrom('identity.gateway_state').select('state').execute()).map(({ state }) => state)
  await expect.poll(down, soon).toEqual(['down'])
  expect(warned.mock.calls).toEqual([])
  warned.mockRestore()
  await smsc.die()
})
