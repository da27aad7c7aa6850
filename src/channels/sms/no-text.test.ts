import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { lookAt, messagesToLookAt } from '../../intake/look-at.ts'
import { dedi } from '../../testing/cast.ts'
import { onDuty } from '../../testing/on-duty.ts'
import { testKeeper } from '../../testing/test-deps.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// What a telephone sends that nobody can read is for a human to look at.

const db = await testDatabase()
await onDuty(db, dedi)
const world = await smsWorld(db)
const from = '+6281233300001'
const ringtone = Buffer.from('024a3a5551b9bde58000d30091a0d304d22e4992289249944a4124000b', 'hex')

const seen = () => as(db.web, dedi, (tx) => messagesToLookAt(tx, testKeeper, 50))

test('a ringing tone is no report and has no receipt: the national desk sees it within a minute', async () => {
  expect(await world.hook({ from, text: ringtone, charset: '8-BIT', coding: '1' })).toBe(200)
  expect(await world.work()).toEqual([])
  expect(await world.sweep()).toEqual([])
  expect(await filedReports(db)).toEqual([])
  expect((await seen()).messages).toMatchObject([{ door: 'sms', reason: 'unread' }])
})

test('what the desk says is a report after all becomes one, and its sender has the receipt', async () => {
  const [message] = (await seen()).messages
  expect(await as(db.web, dedi, (tx) => lookAt(tx, message?.id ?? '', 'file', null, world.clock.now))).toBe(true)
  expect(await world.work()).toMatchObject([{ to: from, text: expect.stringContaining('diterima') }])
  expect(await filedReports(db)).toHaveLength(1)
  expect((await seen()).messages).toEqual([])
})

test('octets from a name are no report either', async () => {
  const before = (await filedReports(db)).length
  await world.hook({ from: 'TELKOMSEL', text: ringtone, charset: '8-BIT', coding: '1' })
  await world.work()
  expect(await filedReports(db)).toHaveLength(before)
  expect((await seen()).messages).toHaveLength(1)
})

test('words in an alphabet that nobody named are a report, also with one letter that cannot be read', async () => {
  for (const text of ['Jalan berlubang di Oesapa Barat', 'Caf\xe9 di Lasiana buang sampah ke laut']) {
    const before = (await filedReports(db)).length
    await world.hook({ from: '+6281233300002', text: Buffer.from(text, 'latin1'), charset: '8-BIT', coding: '1' })
    await world.work()
    expect(await filedReports(db)).toHaveLength(before + 1)
  }
})

test('half-read octets of somebody whose confidential report is open lie before no desk: letters may be left in them', async () => {
  const whistle = '+6281233300003'
  await world.sms(whistle, 'RAHASIA bendahara menilep honor guru')
  const before = (await seen()).messages.length
  const half = Buffer.concat([Buffer.from('Bu Anu saksi '), Buffer.alloc(12, 0xff)])
  await world.hook({ from: whistle, text: half, charset: '8-BIT', coding: '1' })
  await world.work()
  await world.sweep()
  expect((await seen()).messages).toHaveLength(before)
  const open = await db.owner.selectFrom('identity.arrival').select('id').where('outcome', 'is', null).execute()
  expect(open).toEqual([])
})
