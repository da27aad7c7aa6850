import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { lowerSecrecy } from '../../secrecy/change-secrecy.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { threadOf } from '../../testing/events-of.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// The same reply twice within hours: a thumb that pressed twice, or an operator who was not sure that we had it.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const later = (days = 0.1) => {
  world.clock.now = new Date(world.clock.now.getTime() + days * 86_400_000)
}

let phones = 0
async function filed() {
  const from = `+62815001${String(++phones).padStart(5, '0')}`
  later()
  await world.sms(from, `KOTKUPANG saluran ${'abcdefghijkl'[phones]} mampet parah sejak lama`)
  const { id } = await world.report()
  later()
  return { from, id }
}
async function answered() {
  const report = await filed()
  await office.forward(report.id)
  later()
  await office.answer(report.id, 'Sudah dibersihkan.')
  await world.work()
  return report
}
async function asked() {
  const report = await filed()
  await office.ask(report.id, 'Di sebelah mana?')
  await world.work()
  return report
}
const told = async (id: string) => [await world.report().then(({ stage }) => stage), await threadOf(db, id)]

test.each([
  ['answered', 'BELUM masih bau dan mampet', answered],
  ['answered', 'masih mampet', answered],
  ['answered', 'Tidak puas, saluran tetap mampet', answered],
  ['answered', 'YA', answered],
  ['asked', 'di depan pasar Oeba dekat masjid', asked],
  ['asked', 'BALAS di sebelah kantor pos', asked],
  ['asked', 'jalan Sudirman no 5', asked],
  ['asked', 'nanti saya kirim fotonya', asked],
  ['received', 'mohon segera ditindaklanjuti', filed],
])('%s: “%s”, sent twice or brought twice by the operator, is said once', async (_, words, begin) => {
  const { from, id } = await begin()
  const first = await world.sms(from, words)
  const done = await told(id)
  const reports = (await filedReports(db)).length
  later(0.01)
  expect(await world.sms(from, words)).toEqual(expect.arrayContaining(first))
  later(0.1)
  expect(await world.sms(from, words.toLowerCase())).toEqual(expect.arrayContaining(first))
  later(1.1)
  await world.sweep()
  expect([await told(id), (await filedReports(db)).length]).toEqual([done, reports])
})

test('BELUM and the very same words, to the next answer of the office, are said again', async () => {
  const { from, id } = await answered()
  await world.sms(from, 'BELUM masih bau')
  later()
  await office.answer(id, 'Sudah kami siram.')
  await world.work()
  later()
  await world.sms(from, 'BELUM masih bau')
  expect(await world.report()).toMatchObject({ id, stage: 'in_progress' })
  expect((await threadOf(db, id)).filter((line) => line.startsWith('reply'))).toHaveLength(2)
})

test('YA to one answer is no YA to the next report, and is heard there as well', async () => {
  const { from } = await answered()
  await world.sms(from, 'YA')
  later(0.02)
  await world.sms(from, 'KOTKUPANG tugu kampung roboh sejak lama')
  const { id } = await world.report()
  later(0.02)
  await office.forward(id)
  await office.answer(id, 'Sudah ditegakkan.')
  await world.work()
  await world.sms(from, 'YA')
  expect(await world.report()).toMatchObject({ id, stage: 'closed', manner: 'confirmed' })
})

test('RAHASIA after it was taken back hides once more', async () => {
  const { from, id } = await filed()
  await world.sms(from, 'RAHASIA')
  later(0.01)
  const reporter = { role: 'reporter', reportId: id } as const
  const setting = { rules: await world.taking.rules(), directory: await world.taking.directory(), now: world.clock.now }
  const open = { confidential: false, confirmed: true } as const
  await as(db.web, reporter, (tx) => lowerSecrecy(tx, reporter, id, open, setting))
  expect(await world.report()).toMatchObject({ id, confidential: false })
  await world.sms(from, 'RAHASIA')
  expect(await world.report()).toMatchObject({ id, confidential: true })
})
