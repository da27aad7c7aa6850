import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { threadOf } from '../../testing/events-of.ts'
import { publicThread } from '../../testing/public-thread.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// What somebody wrote while our question was open, or a report of theirs in work, and explained to nobody for a day.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const [minute, day] = [60_000, 86_400_000]
let phones = 0
const later = (ms: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}

async function filed(phone: string) {
  later(day)
  world.clock.now.setUTCHours(1, 0, 0, 0)
  phones += 1
  await world.sms(phone, `KOTKUPANG lampu gang ${phones} mati sejak banjir`)
  later(40 * minute)
  return world.report()
}
const aPhone = () => `+62812817${String(++phones).padStart(5, '0')}`
async function held(phone: string) {
  const report = await filed(phone)
  await office.ask(report.id, 'Di sebelah mana?')
  await world.work()
  later(40 * minute)
  return report
}
async function inWork(phone: string) {
  const report = await filed(phone)
  await office.forward(report.id)
  await world.work()
  later(40 * minute)
  return report
}

/** @returns what stands in the report since, and how many reports are new, a day later */
async function said(phone: string, id: string, text: string) {
  const [before, events] = [(await filedReports(db)).length, (await threadOf(db, id)).length]
  await world.sms(phone, text)
  later(day + minute)
  await world.sweep()
  await world.sweep()
  return { told: (await threadOf(db, id)).slice(events), more: (await filedReports(db)).length - before }
}

test.each(['di rumah sakit', 'banyak warga sakit', 'saya tidak punya alamat pasti pak, dekat pohon besar'])(
  'to our open question "%s", which nobody explains, is the answer',
  async (text) => {
    const phone = aPhone()
    const { id } = await held(phone)
    expect(await said(phone, id, text)).toEqual({ told: [`complete: ${text}`], more: 0 })
  },
)

test('a whole complaint while our question is open is still a report of its own', async () => {
  const phone = aPhone()
  const { id } = await held(phone)
  expect(await said(phone, id, 'jembatan putus di desa kami')).toEqual({ told: [], more: 1 })
})

test.each(['depan masjid', 'RT 4 RW 2'])(
  'with another report answered "%s" goes to the only question that is open',
  async (text) => {
    const phone = aPhone()
    const answered = await inWork(phone)
    await office.answer(answered.id, 'Sudah diganti.')
    const { id } = await held(phone)
    const before = await threadOf(db, answered.id)
    expect(await said(phone, id, text)).toEqual({ told: [`complete: ${text}`], more: 0 })
    expect(await threadOf(db, answered.id)).toEqual(before)
  },
)

test.each([
  'maaf pak tdk jadi, sudah diperbaiki warga',
  'sudah diperbaiki terima kasih',
  'info tambahan: kejadian jam 9 pagi hari Senin',
  'yang saya lapor itu lampu yang di depan gereja',
])('of a report in work "%s" is a note on it', async (text) => {
  const phone = aPhone()
  const { id } = await inWork(phone)
  expect(await said(phone, id, text)).toEqual({ told: [`note: ${text}`], more: 0 })
})

test.each(['NIK saya 5371010101900001', 'tambahan: nomor saya 081234567890 ya min'])(
  '"%s" is a note on it that the public does not read',
  async (text) => {
    const phone = aPhone()
    const { id } = await inWork(phone)
    expect(await said(phone, id, text)).toEqual({ told: [`note: ${text}`], more: 0 })
    expect(JSON.stringify(await publicThread(db, id))).not.toMatch(/5371010101900001|081234567890/)
  },
)

test.each(['LANJUT', 'BATAL'])('%s alone is never a report', async (text) => {
  const phone = aPhone()
  const { id } = await inWork(phone)
  expect(await said(phone, id, text)).toEqual({ told: [], more: 0 })
})
