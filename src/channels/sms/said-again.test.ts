import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { threadOf } from '../../testing/events-of.ts'
import { smsWorld } from './testing/sms-world.ts'

// The same words once more, days later: what they mean depends on what we have said meanwhile.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const later = (days = 0.1) => {
  world.clock.now = new Date(world.clock.now.getTime() + days * 86_400_000)
}

test('after an answer they say that nothing is settled: the office has it again, and it cannot be closed by silence', async () => {
  const from = '+6281500011111'
  const words = 'lampu jalan mati di depan puskesmas Oebobo'
  await world.sms(from, `KOTKUPANG ${words}`)
  const { id } = await world.report()
  later()
  await office.forward(id)
  later()
  await office.answer(id, 'Sudah diganti.')
  await world.work()
  later(3)
  expect(await world.sms(from, `KOTKUPANG ${words}`)).toEqual([expect.stringContaining('kami terima')])
  expect(await world.report()).toMatchObject({ id, stage: 'in_progress' })
  expect((await threadOf(db, id)).at(-1)).toBe(`reply: ${words}`)
  const before = (await threadOf(db, id)).length
  await world.sms(from, `KOTKUPANG ${words}`)
  expect(await threadOf(db, id), 'said a third time they are a repetition').toHaveLength(before)
})

test('said more urgently minutes later they are the same report; of another place they are another', async () => {
  const from = '+6281500044444'
  await world.sms(from, 'KOTKUPANG pipa air pecah di jalan Samratulangi')
  const { id } = await world.report()
  later(0.005)
  await world.sms(from, 'KOTKUPANG pipa air pecah di jalan Samratulangi, tolong cepat diperbaiki ya pak')
  expect((await world.report()).id).toBe(id)
  later(0.005)
  await world.sms(from, 'KOTKUPANG pipa air pecah di jalan Sudirman, tolong cepat')
  expect((await world.report()).id).not.toBe(id)
  later()
})

test('while we have a question they answer it, as well as they can', async () => {
  const from = '+6281500022222'
  const words = 'got mampet di belakang sekolah'
  await world.sms(from, words)
  const { id } = await world.report()
  await office.ask(id, 'Sekolah yang mana?')
  await world.work()
  later(1)
  await world.sms(from, `LAPOR ${words}`)
  expect(await world.report()).toMatchObject({ id, stage: 'received' })
  expect((await threadOf(db, id)).at(-1)).toBe(`complete: ${words}`)
})

test('days later, while an office has it, they ask what becomes of it: the office reads that, once a day', async () => {
  const from = '+6281500033333'
  const words = 'lampu jalan mati di depan SMP 2'
  await world.sms(from, `KOTKUPANG ${words}`)
  const { id } = await world.report()
  await office.forward(id)
  later(3)
  for (let times = 0; times < 3; times += 1) {
    expect(await world.sms(from, `KOTKUPANG ${words}`)).toContainEqual(expect.stringContaining('kami terima'))
    later(0.01)
  }
  expect((await threadOf(db, id)).filter((line) => line === `note: ${words}`)).toHaveLength(1)
  expect(await world.report()).toMatchObject({ id, stage: 'in_progress' })
})
