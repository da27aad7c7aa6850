import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { lastEvent } from '../../testing/events-of.ts'
import { filedReports } from '../sms/testing/filed-reports.ts'
import { smsWorld } from '../sms/testing/sms-world.ts'

// Two offices have asked one phone something, and an answer comes without a number: it is no report, and one of the questions is answered.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const [minute, day] = [60_000, 86_400_000]
let phones = 0
const later = (ms = minute) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}

async function asked(phone: string, words: string, question: string) {
  later(day)
  world.clock.now.setUTCHours(1, 0, 0, 0)
  await world.sms(phone, `KOTKUPANG ${words}`)
  const report = await world.report()
  later(60 * minute)
  await office.ask(report.id, question)
  await world.work()
  later(60 * minute)
  return report
}

/** The lamp was filed and asked about first, the trash last. */
async function two() {
  const phone = `+62812826${String(++phones).padStart(5, '0')}`
  const lamp = await asked(phone, `lampu jalan mati di Oesapa rt ${phones}`, 'Di depan apa?')
  const trash = await asked(phone, `sampah menumpuk di pasar Oeba rt ${phones}`, 'Di sisi mana?')
  return { phone, lamp, trash, before: (await filedReports(db)).length }
}

async function aDay() {
  later(day + minute)
  await world.sweep()
  await world.work()
}

test.each(['depan masjid', 'di sisi timur dekat pintu masuk', '100 ribu pak', 'kelas 4 pak', 'senin kmrn'])(
  '"%s", of which nobody says for a day to which question, answers what was asked last',
  async (text) => {
    const { phone, lamp, trash, before } = await two()
    expect(await world.sms(phone, text)).toEqual([expect.stringContaining('yang mana?')])
    await aDay()
    expect(await filedReports(db)).toHaveLength(before)
    expect(await lastEvent(db, trash.id)).toMatchObject({ move: 'complete', text })
    expect(await lastEvent(db, lamp.id)).toMatchObject({ move: 'hold' })
  },
)

test('a word of one of them says which', async () => {
  const { phone, lamp, before } = await two()
  await world.sms(phone, 'tiang lampu nomor 12')
  await aDay()
  expect(await filedReports(db)).toHaveLength(before)
  expect(await lastEvent(db, lamp.id)).toMatchObject({ move: 'complete', text: 'tiang lampu nomor 12' })
})

test('a complaint of its own is a report all the same', async () => {
  const { phone, before } = await two()
  await world.sms(phone, 'pohon tumbang menutup jalan di depan SDN 2 Sikumana')
  await aDay()
  expect(await filedReports(db)).toHaveLength(before + 1)
})
