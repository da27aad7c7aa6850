import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { as } from '../../report/as.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { dedi } from '../../testing/cast.ts'
import { mergeReport } from '../../verification/merge-report.ts'
import { raiseSecrecy } from '../../secrecy/change-secrecy.ts'
import { smsWorld } from './testing/sms-world.ts'

// What a phone hears of a report is true when it rings, and leads to what it can read.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)

let phones = 0
const aPhone = () => `+62823500${String(++phones).padStart(5, '0')}`
const setting = async () => ({
  rules: await world.taking.rules(),
  directory: await world.taking.directory(),
  now: world.clock.now,
})
/** That hour in Kupang, today or on the day after. */
function at(hour: number) {
  const now = new Date(world.clock.now)
  now.setUTCHours(hour - 8, 30, 0, 0)
  if (now <= world.clock.now) now.setUTCDate(now.getUTCDate() + 1)
  world.clock.now = now
}
async function aReport(from: string, words: string) {
  at(10)
  await world.sms(from, words)
  return world.report()
}
const fates = (reportId: string, template: string) =>
  db.owner
    .selectFrom('identity.message')
    .select(['state', 'last_error'])
    .where('report_id', '=', reportId)
    .where('template', '=', template)
    .execute()

test('an answer that was confirmed at night is not asked about in the morning', async () => {
  const from = aPhone()
  const { id } = await aReport(from, 'KOTKUPANG menara air roboh di Noelbaki sejak semalam')
  await office.forward(id)
  await world.work()
  at(22)
  await office.answer(id, 'Sudah ditegakkan')
  expect(await world.work()).toEqual([])
  expect(await world.sms(from, 'CEK')).toEqual([expect.stringContaining('Sudah ditegakkan')])
  expect(await world.sms(from, 'YA')).toEqual([expect.stringContaining('selesai')])
  at(8)
  expect(await world.sweep()).toEqual([])
  expect(await fates(id, 'answered')).toEqual([{ state: 'dead', last_error: 'overtaken' }])
})

test('a question that was answered at night is not put again in the morning; one that is open is', async () => {
  const [from, other] = [aPhone(), aPhone()]
  const { id } = await aReport(from, 'KOTKUPANG papan nama roboh di Noelbaki sejak semalam')
  const still = await aReport(other, 'KOTKUPANG tiang listrik miring di Noelbaki sejak semalam')
  at(22)
  await office.ask(id, 'Papan yang mana?')
  await office.ask(still.id, 'Tiang yang mana?')
  await world.work()
  await world.sms(from, 'yang di depan kantor desa')
  at(8)
  expect((await world.sweep()).map(({ to }) => to)).toEqual([other])
  expect(await fates(id, 'question')).toEqual([{ state: 'dead', last_error: 'overtaken' }])
})

test('MULAI brings the question that was asked during STOP, once', async () => {
  const from = aPhone()
  const { id } = await aReport(from, 'KOTKUPANG jembatan roboh di Noelbaki, warga terisolasi')
  await world.sms(from, 'STOP')
  await office.ask(id, 'Jembatan mana?')
  expect(await world.work()).toEqual([])
  expect(await world.sms(from, 'MULAI')).toEqual([
    expect.stringContaining('petugas bertanya'),
    expect.stringContaining('mengirim kabar'),
  ])
  expect(await world.sms(from, 'MULAI')).toEqual([expect.stringContaining('mengirim kabar')])
})

test('who filed what was merged reads by CEK what was answered; where one of the two hides something they do not', async () => {
  const [from, other, third] = [aPhone(), aPhone(), aPhone()]
  const parent = await aReport(from, 'KOTKUPANG pipa bocor di Oebobo depan gereja')
  const child = await aReport(other, 'KOTKUPANG pipa air bocor di Oebobo dekat gereja sejak kemarin')
  const hidden = await aReport(third, 'KOTKUPANG pipa pecah depan gereja Oebobo')
  for (const { id } of [child, hidden])
    await as(db.web, dedi, async (tx) => mergeReport(tx, dedi, id, { into: parent.id }, await setting()))
  await office.forward(parent.id)
  await office.answer(parent.id, 'Pipa sudah diganti.')
  await world.work()
  expect(await world.sms(other, `CEK ${child.tracking_id}`)).toEqual([expect.stringContaining('Pipa sudah diganti.')])
  const reporterOf = (reportId: string) => ({ role: 'reporter', reportId }) as const
  await as(db.web, reporterOf(hidden.id), async (tx) =>
    raiseSecrecy(tx, reporterOf(hidden.id), hidden.id, { anonymous: true }, await setting()),
  )
  expect((await world.sms(third, `CEK ${hidden.tracking_id}`)).join()).not.toContain('Pipa sudah')
  await as(db.web, reporterOf(parent.id), async (tx) =>
    raiseSecrecy(tx, reporterOf(parent.id), parent.id, { anonymous: true }, await setting()),
  )
  expect((await world.sms(other, `CEK ${child.tracking_id}`)).join()).not.toContain('Pipa sudah')
})
