import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { smsWorld } from './testing/sms-world.ts'

// Who filed on the web and gave a phone is never told to answer by SMS: a number typed there opens nothing here.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const marta = '+6281234567890'
const later = () => {
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_000)
}
const heard = async () => (await world.work()).map(({ text }) => text)

test('a reporter by the web is sent to the report’s page with a question, an answer and a receipt, and not to an answer by SMS', async () => {
  const filed = await world.app.request('http://lapor.test/api/v1/reports', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: 'Jalan rusak di depan pasar Oeba sejak banjir', contact: { phone: '081234567890' } }),
  })
  expect(filed.status).toBe(201)
  const { id, tracking_id } = await world.report()
  const page = new RegExp(`https?://\\S+/lacak\\?id=${tracking_id}$`)
  const pointsToPage = (said: string[]) => {
    expect(said).toEqual([expect.stringMatching(page)])
    expect(said[0]).not.toMatch(/CEK|Balas|BELUM/)
  }
  pointsToPage(await heard())
  later()
  await office.ask(id, 'Sisi mana?')
  pointsToPage(await heard())
})

test('a reporter by SMS is still told to answer by SMS', async () => {
  later()
  expect(await world.sms(marta, 'KOTKUPANG lampu jalan mati di Liliba')).toEqual([expect.stringContaining('balas CEK')])
  const { id } = await world.report()
  later()
  await office.ask(id, 'Tiang nomor berapa?')
  expect(await heard()).toEqual([expect.stringContaining('Balas SMS ini')])
})
