import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { lastEvent } from '../../testing/events-of.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// Whoever says that an answer mended nothing, and tells of something else in the same SMS, has said two things: neither is lost.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const hour = 3_600_000
let phones = 0
const later = (ms = hour) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}

async function answered() {
  later()
  const phone = `+62812850${String(++phones).padStart(5, '0')}`
  await world.sms(phone, `KOTKUPANG lampu jalan mati di Jl Soeharto dekat masjid rt ${phones}`)
  later()
  const { id } = await world.report()
  await office.forward(id)
  await office.answer(id, 'Sudah diganti petugas.')
  await world.work()
  later()
  return { phone, id, before: (await filedReports(db)).length }
}

test.each([
  ['belum.', 'oh ya di gang mawar jg ada jalan rusak parah'],
  ['blm jg.', 'trus ada pohon tumbang di depan sdn 2 sikumana'],
  ['blm pak.', 'sekalian lapor, sampah numpuk di pasar oeba'],
])('"%s" sends the report back to work, and what stands behind it is filed: %s', async (front, another) => {
  const { phone, id, before } = await answered()
  const heard = await world.sms(phone, `${front} ${another}`)
  const all = await filedReports(db)
  expect(all.find((report) => report.id === id)?.stage).toBe('in_progress')
  expect(await lastEvent(db, id)).toEqual({ move: 'reply', text: front })
  expect(all).toHaveLength(before + 1)
  expect(heard).toHaveLength(2)
  later()
  await world.sms(phone, `${front} ${another}`)
  expect(await filedReports(db)).toHaveLength(before + 1)
})

test('the reason alone is told whole, and nothing is filed', async () => {
  const { phone, id, before } = await answered()
  const words = 'belum, lampunya masih mati di depan gereja'
  await world.sms(phone, words)
  expect(await lastEvent(db, id)).toEqual({ move: 'reply', text: words })
  expect(await filedReports(db)).toHaveLength(before)
})

test('a wish to be hidden beside both hides what is filed', async () => {
  const { phone, id } = await answered()
  const known = new Set((await filedReports(db)).map((report) => report.id))
  await world.sms(phone, 'belum. oh ya di gang mawar jg ada jalan rusak parah, rahasiakan nama saya')
  const all = await filedReports(db)
  expect(all.find((report) => report.id === id)?.stage).toBe('in_progress')
  expect(all.filter((report) => !known.has(report.id))).toEqual([expect.objectContaining({ anonymous: true })])
})
