import { createServer } from 'node:net'
import { once } from 'node:events'
import { beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { testDatabase } from '../../../platform/testing/test-database.ts'
import { addSmppGateway, heldBinds } from '../testing/smpp-world.ts'
import { type Smsc, startSmsc } from '../testing/smsc.ts'
import { status } from './library.ts'

// Message centres of operators, on the wire.

const db = await testDatabase()
const phone = '+6281234567890'
const soon = { timeout: 5_000, interval: 10 }

beforeEach(async () => {
  await sql`truncate identity.gateway, identity.gateway_state, identity.arrival, identity.brought, casework.outbox cascade`.execute(
    db.owner,
  )
})

const arrivals = async (gateway?: string) => {
  const { n } = await db.owner
    .selectFrom('identity.arrival')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .$if(gateway !== undefined, (query) => query.where('gateway', '=', gateway as string))
    .executeTakeFirstOrThrow()
  return n
}
const states = async () => {
  const rows = await db.owner
    .selectFrom('identity.gateway_state as s')
    .innerJoin('identity.gateway as g', 'g.id', 's.gateway_id')
    .select(['g.name', 's.line', 's.state', 's.reason'])
    .orderBy('g.name')
    .orderBy('s.line')
    .execute()
  return rows.map(({ name, line, state, reason }) => [name, line, state, reason].filter(Boolean).join(' '))
}

test('an operator that is a row is bound; a row that is removed is bound no more', async () => {
  const smsc = await startSmsc()
  const binds = await heldBinds(db)
  expect(binds.any()).toBe(false)
  await addSmppGateway(db, smsc)
  await expect.poll(() => binds.isUp(), soon).toBe(true)
  expect(smsc.binds).toEqual(['bind_transceiver'])
  await expect.poll(states, soon).toEqual(['telkomsel transceiver bound'])
  await db.owner.deleteFrom('identity.gateway').execute()
  await expect.poll(() => smsc.lines(), soon).toBe(0)
  expect(binds.any()).toBe(false)
  await smsc.die()
})

test('an operator that wants a pair gets a transmitter and a receiver, and each is made again by itself', async () => {
  const smsc = await startSmsc()
  await addSmppGateway(db, smsc, { bind: 'pair' })
  const binds = await heldBinds(db)
  await expect.poll(() => smsc.lines(), soon).toBe(2)
  expect(smsc.binds.toSorted()).toEqual(['bind_receiver', 'bind_transmitter'])
  await smsc.phone(phone, 'Jalan rusak di depan pasar')
  expect(await arrivals()).toBe(1)
  expect(await binds.submit(phone, 'halo')).toMatchObject({ submitted: { kind: 'accepted' } })
  await smsc.die()
  await expect
    .poll(states, soon)
    .toEqual([expect.stringMatching('telkomsel receiver down'), expect.stringMatching('telkomsel transmitter down')])
  await smsc.rise()
  await expect.poll(() => smsc.lines(), soon).toBe(2)
  await expect.poll(() => binds.isUp(), soon).toBe(true)
  await smsc.die()
})

test('a wrong password is said to the operator of ours, in a word, and tried again with patience', async () => {
  const smsc = await startSmsc()
  await addSmppGateway(db, smsc, { password: 'lain' })
  await heldBinds(db)
  await expect.poll(states, soon).toEqual(['telkomsel transceiver down smpp 0x0d'])
  await expect.poll(() => smsc.binds.length, soon).toBeGreaterThan(2)
  await smsc.die()
})

test('a message is thanked for after it is kept; while the store is down it is brought again, and kept once', async () => {
  const smsc = await startSmsc()
  await addSmppGateway(db, smsc)
  await heldBinds(db)
  const away = (from: string, to: string) =>
    db.owner.schema.withSchema('identity').alterTable(from).renameTo(to).execute()
  await away('arrival', 'arrival_away')
  const brought = smsc.phone(phone, 'Jalan rusak di depan pasar Oeba')
  await expect.poll(() => smsc.unthanked, soon).toContain(status.tryAgain)
  await away('arrival_away', 'arrival')
  await brought
  expect(await arrivals()).toBe(1)
  await smsc.die()
})

test('a message whose thanks were lost is the same one; said again afterwards it is another one', async () => {
  const smsc = await startSmsc()
  await addSmppGateway(db, smsc)
  // No enquiry proves anything here before the line breaks.
  await heldBinds(db)
  await smsc.phone(phone, 'CEK')
  await smsc.die()
  await smsc.rise()
  await smsc.phone(phone, 'CEK')
  expect(await arrivals()).toBe(1)
  const acknowledged = () =>
    db.owner.selectFrom('identity.brought').select(['acknowledged', 'times']).executeTakeFirstOrThrow()
  await expect.poll(acknowledged, soon).toEqual({ acknowledged: true, times: 1 })
  await smsc.phone(phone, 'CEK')
  expect(await arrivals()).toBe(2)
  await smsc.die()
})

test('data_sm, a payload and every way to say parts arrive as they were written', async () => {
  const smsc = await startSmsc()
  await addSmppGateway(db, smsc)
  await heldBinds(db)
  const octets = Buffer.from('Lampu padam di Oesapa')
  await smsc.phone(phone, [{ dataCoding: 0, octets: Buffer.alloc(0) }], {
    command: 'data_sm',
    message_payload: octets,
  })
  await smsc.phone(phone, [{ dataCoding: 0, octets: Buffer.alloc(0) }], { message_payload: octets })
  await smsc.phone(phone, [
    { dataCoding: 0, octets: Buffer.from('satu '), segment: { number: 9, of: 2, at: 1 } },
    { dataCoding: 0, octets: Buffer.from('dua'), segment: { number: 9, of: 2, at: 2 } },
  ])
  const rows = await db.owner.selectFrom('identity.arrival').select(['parts', 'part_at']).execute()
  expect(rows.map(({ parts, part_at }) => `${part_at} of ${parts}`).toSorted()).toEqual([
    '1 of 2',
    '2 of 2',
    'null of null',
  ])
  await smsc.die()
})

test('a line on which nobody answers is given up and made again', async () => {
  let lines = 0
  const deaf = createServer((socket) => {
    lines++
    socket.on('error', () => {})
    // Answers the bind, and from then on nothing.
    socket.once('data', (bind) => {
      const answer = Buffer.from('000000150000000000000000000000000053004d5343', 'hex').subarray(0, 21)
      answer.writeUInt32BE(21, 0)
      answer.writeUInt32BE(0x80000009, 4)
      bind.copy(answer, 12, 12, 16)
      socket.write(answer)
    })
  }).listen(0, '127.0.0.1')
  await once(deaf, 'listening')
  const { port } = deaf.address() as { port: number }
  const smsc = await startSmsc()
  await addSmppGateway(db, smsc, { url: `smpp://127.0.0.1:${port}` })
  const binds = await heldBinds(db)
  await expect.poll(() => binds.isUp(), soon).toBe(true)
  await expect.poll(() => lines, soon).toBeGreaterThan(1)
  await binds.stop()
  deaf.close()
  await smsc.die()
})

test.each([
  ['a PDU of four octets', '00000004', 0],
  ['a PDU of no octets', '00000000', 0],
  ['a PDU of four gigabytes', 'ffffffff00000005', 0],
  ['a number that is cut off', '00000013000000050000000000000007020401', 1],
  ['a receipt with fields that lie', '0000001800000005000000000000000804230009ffff0204', 1],
  ['what no PDU is', '485454502f312e3120323030204f4b0d0a', 0],
])('%s does no more than end its line; a PDU that has a head is kept for a human', async (_, hex, forAHuman) => {
  const lines: number[] = []
  const hostile = createServer((socket) => {
    lines.push(0)
    socket.on('error', () => {})
    socket.once('data', (bind) => {
      const answer = Buffer.alloc(17)
      answer.writeUInt32BE(17, 0)
      answer.writeUInt32BE(0x80000009, 4)
      bind.copy(answer, 12, 12, 16)
      socket.write(Buffer.concat([answer, Buffer.from(hex, 'hex')]))
    })
  }).listen(0, '127.0.0.1')
  await once(hostile, 'listening')
  const smsc = await startSmsc()
  await addSmppGateway(db, smsc, {
    name: 'aneh',
    url: `smpp://127.0.0.1:${(hostile.address() as { port: number }).port}`,
  })
  await addSmppGateway(db, smsc, { name: 'baik' })
  const binds = await heldBinds(db)
  await expect.poll(() => lines.length, soon).toBeGreaterThan(1)
  await smsc.phone(phone, 'Sampah menumpuk')
  expect([await arrivals('baik'), await arrivals('aneh')]).toEqual([1, forAHuman])
  await binds.stop()
  hostile.close()
  await smsc.die()
})

test('however many operators ask for less, a message is theirs no longer than it is ours: a late answer is waited for, not asked twice', async () => {
  const all = [await startSmsc({ receipts: '' }), await startSmsc({ receipts: '' }), await startSmsc({ receipts: '' })]
  const [first, second, slow] = all as [Smsc, Smsc, Smsc]
  for (const busy of [first, second]) busy.answers.push(...Array.from({ length: 99 }, () => status.throttled))
  slow.answering = 'on release'
  for (const [at, smsc] of all.entries()) await addSmppGateway(db, smsc, { name: `operator-${at}` })
  const [waitMs, answerMs] = [400, 1_000]
  const binds = await heldBinds(db, { waitMs, answerMs, enquireEveryMs: 10_000 })
  await expect.poll(states, soon).toEqual([0, 1, 2].map((at) => `operator-${at} transceiver bound`))
  const begun = performance.now()
  const { gateway, submitted } = await binds.submit(phone, 'Ada kabar')
  expect(performance.now() - begun).toBeLessThan(waitMs + answerMs + 250)
  expect([gateway, submitted.kind]).toEqual(['operator-2', 'unanswered'])
  slow.release()
  expect(submitted.kind === 'unanswered' && (await submitted.late)).toEqual({ ref: expect.any(String) })
  await Promise.all(all.map((smsc) => smsc.die()))
})
