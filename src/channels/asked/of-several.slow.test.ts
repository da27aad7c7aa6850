import { expect, test } from 'vitest'
import { lapseIfSilent } from '../../closing/lapse-if-silent.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { eventsOf, threadOf } from '../../testing/events-of.ts'
import { filedReports } from '../sms/testing/filed-reports.ts'
import { smsWorld } from '../sms/testing/sms-world.ts'

// Two reports of one phone were answered, and a denial comes without a number: none of them is closed "for you did not answer" over it.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const [minute, day] = [60_000, 86_400_000]
let phones = 0
const later = (ms = minute) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}

async function filed(phone: string, words: string) {
  later(day)
  world.clock.now.setUTCHours(1, 0, 0, 0)
  await world.sms(phone, `KOTKUPANG ${words}`)
  later(30 * minute)
  return world.report()
}

async function answered(phone: string, words: string) {
  const report = await filed(phone, words)
  await office.forward(report.id)
  await office.answer(report.id, 'Sudah ditangani petugas.')
  await world.work()
  return report
}

/** The road and the lamp, both answered. */
async function two(wish = '') {
  const phone = `+62812816${String(++phones).padStart(5, '0')}`
  const road = await answered(phone, `jalan berlubang di depan SD Inpres rt ${phones}`)
  const lamp = await answered(phone, `lampu jalan mati di Jl Soeharto dekat masjid rt ${phones}${wish}`)
  later(120 * minute)
  return { phone, road, lamp, before: await count() }
}

const count = async () => (await filedReports(db)).length

/** A day later, and when nobody says anything for weeks. */
async function weeks(...ids: string[]) {
  later(day + minute)
  await world.sweep()
  later(30 * day)
  const setting = { rules: await world.taking.rules(), directory: await world.taking.directory(), now: world.clock.now }
  for (const id of ids) await as(db.worker, system, (tx) => lapseIfSilent(tx, system, id, setting))
}

async function stages({ road, lamp }: Record<'road' | 'lamp', { id: string }>) {
  const all = await filedReports(db)
  const stageOf = (id: string) => all.find((report) => report.id === id)?.stage
  return { road: stageOf(road.id), lamp: stageOf(lamp.id) }
}

const both = { road: 'in_progress', lamp: 'in_progress' }
const lampOnly = { road: 'closed', lamp: 'in_progress' }

test.each([
  [['BELUM'], both],
  [['belum pak masih rusak'], both],
  [['tidak puas'], both],
  [['BELUM semuanya'], both],
  [['BELUM', 'dua-duanya'], both],
  [['BELUM', 'semua'], both],
  [['BELUM', 'keduanya pak'], both],
  [['BELUM lampu masih mati'], lampOnly],
  [['lampunya masih mati pak'], lampOnly],
  [['BELUM', 'lampu'], lampOnly],
  [['BELUM', 'lampunya pak'], lampOnly],
  [['BELUM', 'yang lampu'], lampOnly],
] as const)('of two answers %j sends back %j, and is no report', async (texts, ends) => {
  const theirs = await two()
  for (const text of texts) await world.sms(theirs.phone, text)
  await weeks(theirs.road.id, theirs.lamp.id)
  expect(await stages(theirs)).toEqual(ends)
  expect(await count()).toBe(theirs.before)
})

test.each([
  'sudah saya cek, belum',
  'apanya yang bagus',
  'no',
  'tidak menjawab pertanyaan saya',
  'jawaban tidak nyambung',
  'YA 😡',
])('one answer is not closed over “%s”, nor is it a report', async (text) => {
  const phone = `+62812819${String(++phones).padStart(5, '0')}`
  const road = await answered(phone, `jalan berlubang di depan SD Inpres rt ${phones}`)
  const before = await count()
  later(120 * minute)
  await world.sms(phone, text)
  await weeks(road.id)
  expect((await stages({ road, lamp: road })).road).toBe('in_progress')
  expect(await count()).toBe(before)
})

test('CABUT of both is asked about again: each has a page of its own', async () => {
  const { phone } = await two()
  await world.sms(phone, 'CABUT')
  expect(await world.sms(phone, 'semua')).toEqual([expect.stringContaining('laporan yang mana?')])
})

test('YA of both closes both', async () => {
  const theirs = await two()
  await world.sms(theirs.phone, 'YA')
  await world.sms(theirs.phone, 'dua-duanya')
  await world.work()
  expect(await stages(theirs)).toEqual({ road: 'closed', lamp: 'closed' })
  expect((await eventsOf(db, theirs.road.id)).at(-1)).toMatchObject({ move: 'confirm' })
})

test('beside our own question about another, BELUM is the reply to the answer, and a word says of which', async () => {
  for (const texts of [['BELUM masih berlubang'], ['BELUM', 'yang berlubang'], ['BELUM', 'berlubang']]) {
    const phone = `+62812817${String(++phones).padStart(5, '0')}`
    const road = await answered(phone, `jalan berlubang di depan SD Inpres rt ${phones}`)
    const lamp = await filed(phone, `lampu padam di Jl Soeharto dekat masjid rt ${phones}`)
    await office.ask(lamp.id, 'Di mana tepatnya?')
    await world.work()
    const before = await count()
    later(120 * minute)
    for (const text of texts) await world.sms(phone, text)
    await weeks(road.id)
    expect([texts, await stages({ road, lamp })]).toEqual([texts, { road: 'in_progress', lamp: 'on_hold' }])
    expect(await count()).toBe(before)
  }
})

/** The parking, answered, and the water, in work. */
async function parkingAndWater() {
  const phone = `+62812815${String(++phones).padStart(5, '0')}`
  const parking = await answered(phone, `parkir liar di depan toko Sinar rt ${phones}`)
  const water = await filed(phone, `air keruh di perumahan Puri Indah rt ${phones}`)
  await office.forward(water.id)
  await world.work()
  later(120 * minute)
  return { phone, parking, water, before: await count() }
}

test.each([
  'airnya masih keruh',
  'masih keruh pak',
  'air di Puri Indah masih keruh pak',
  'perumahan Puri Indah belum ada petugas yang datang',
  'kok keruh terus pak',
])('“%s” is told to the report in work that it fits, and sends no other answer back', async (text) => {
  const { phone, parking, water, before } = await parkingAndWater()
  await world.sms(phone, text)
  later(day + minute)
  await world.sweep()
  expect((await threadOf(db, water.id)).at(-1)).toBe(`note: ${text}`)
  expect((await threadOf(db, parking.id)).at(-1)).not.toContain(text)
  expect(await count()).toBe(before)
})

test.each(['parkirnya masih liar', 'masih sama saja pak', 'BELUM masih keruh'])(
  '“%s” is the reply to the answer, whatever else is in work',
  async (text) => {
    const { phone, parking, water, before } = await parkingAndWater()
    await world.sms(phone, text)
    later(day + minute)
    await world.sweep()
    expect((await threadOf(db, parking.id)).at(-1)).toContain('reply: ')
    expect((await threadOf(db, water.id)).join()).not.toContain(text)
    expect(await count()).toBe(before)
  },
)

test('where one of them is hidden its words stand in no other, and by words none is picked', async () => {
  const theirs = await two('. RAHASIA')
  await world.sms(theirs.phone, 'BELUM lampu masih mati')
  await weeks(theirs.road.id, theirs.lamp.id)
  expect(await stages(theirs)).toEqual(both)
  expect((await threadOf(db, theirs.road.id)).at(-1)).toBe('reply: Belum selesai (tanpa alasan).')
})
