import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { lastEvent } from '../../testing/events-of.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// What somebody says about an answer belongs to it, also when they never say YA or BELUM.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const later = (hours = 1) => {
  world.clock.now = new Date(world.clock.now.getTime() + hours * 3_600_000)
}
let phones = 0

async function answered(words: string) {
  const from = `+62816000${String(++phones).padStart(5, '0')}`
  later()
  await world.sms(from, words)
  const { id } = await world.report()
  await office.forward(id)
  later()
  await office.answer(id, 'Sudah ditambal.')
  await world.work()
  later()
  return { from, id }
}

test.each([
  ['sudah ditambal tapi hasilnya jelek sekali dan bergelombang', 'reply', 'in_progress'],
  ['ya tapi lampunya redup sekali', 'reply', 'in_progress'],
  ['terima kasih pak jalannya sudah mulus', 'note', 'answered'],
] as const)('unexplained for a day, "%s" is a %s on the answer, and no new report', async (words, move, stage) => {
  const { from, id } = await answered(`KOTKUPANG jalan berlubang di gang ${'abc'[phones]}x`)
  const before = (await filedReports(db)).length
  expect(await world.sms(from, words)).toEqual([expect.stringContaining('sudah selesai?')])
  later(25)
  await world.sweep()
  await world.sweep()
  expect(await lastEvent(db, id)).toEqual({ move, text: words })
  expect(await filedReports(db)).toHaveLength(before)
  expect(await world.report()).toMatchObject({ id, stage })
})

test('BARU still makes a new report of it', async () => {
  const { from, id } = await answered('KOTKUPANG jalan berlubang di gang depan')
  await world.sms(from, 'sudah ditambal tapi sekarang selokannya tersumbat')
  await world.sms(from, 'BARU')
  await world.work()
  expect((await world.report()).id).not.toBe(id)
})
