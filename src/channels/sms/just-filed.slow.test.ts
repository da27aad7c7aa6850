import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { lastEvent } from '../../testing/events-of.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// Whoever sends a second SMS minutes after the first goes on from it, or begins anew; where nobody knows, we ask.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const later = (minutes = 3) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000)
}
let phones = 0
const aPhone = () => `+62815800${String(++phones).padStart(5, '0')}`
async function filed(from = aPhone(), thing = 'jembatan') {
  later(60)
  await world.sms(from, `KOTKUPANG ${thing} ${'abcdefghijklmnopqrstuvwxyz'[phones]} rusak parah`)
  const { id, tracking_id: trackingId } = await world.report()
  later()
  return { from, id, trackingId }
}
const count = async () => (await filedReports(db)).length

test.each([
  'sambungan: tadi pagi ada anak sekolah jatuh dan luka',
  'maaf, maksud saya jembatan kedua, bukan yang pertama',
  'ralat, rusaknya sejak Maret',
  'tambahan - kami sudah lapor ke kelurahan',
  'lokasinya dekat kantor lurah',
  'Alamat: RT 4 RW 2 Oesapa',
])('“%s” joins the report that was filed three minutes ago', async (words) => {
  const { from, id, trackingId } = await filed()
  const before = await count()
  expect(await world.sms(from, words)).toEqual([expect.stringContaining(`pada ${trackingId} kami terima`)])
  expect([await lastEvent(db, id), await count()]).toEqual([{ move: 'note', text: words }, before])
})

test('words that only ask after it are told to whoever has it, however they begin', async () => {
  const { from, id } = await filed()
  const words = 'sejak tadi menunggu jawaban'
  await world.sms(from, words)
  expect(await lastEvent(db, id)).toEqual({ move: 'note', text: words })
})

test.each([
  'di depan pasar Oeba dekat masjid',
  'sambungan pipa air di kantor lurah bocor',
  'maksudnya kapan dikerjakan?',
])('“%s” is asked about, and kept', async (words) => {
  const { from, id, trackingId } = await filed()
  expect(await world.sms(from, words)).toEqual([expect.stringContaining(`Balasan untuk ${trackingId}?`)])
  await world.sms(from, 'BALAS')
  expect(await lastEvent(db, id)).toEqual({ move: 'note', text: words })
})

test.each([
  'lampu jalan mati di Liliba',
  'ada orang gila di pasar Oeba',
  'KOTKUPANG tambahan penghasilan guru belum cair',
])('“%s” is a complaint of its own, however soon', async (words) => {
  const { from, id } = await filed()
  await world.sms(from, words)
  expect((await world.report()).id).not.toBe(id)
})

test('an hour later the same words are no part of it for sure', async () => {
  const { from, id } = await filed()
  later(60)
  await world.sms(from, 'tambahan - kami sudah lapor ke kelurahan')
  expect((await lastEvent(db, id)).move).toBe('submit')
})

test('while another report waits for an answer a place is that answer, and what goes on is not', async () => {
  const from = aPhone()
  const other = await filed(from)
  await office.ask(other.id, 'Di sebelah mana?')
  await world.work()
  const { id } = await filed(from, 'gapura')
  await world.sms(from, 'sambungan: sudah ada anak yang jatuh')
  expect((await lastEvent(db, id)).move).toBe('note')
  await world.sms(from, 'lokasinya dekat kantor lurah')
  expect((await lastEvent(db, other.id)).move).toBe('complete')
})
