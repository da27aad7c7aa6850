import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { smsWorld } from './testing/sms-world.ts'

// Stars by SMS: we ask for them after YA, and people give them before it as well.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const hourMs = 3_600_000
const later = (ms = hourMs) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
let phones = 0

/** Filed by a new phone, and answered. */
async function answered() {
  const phone = `+62812700${String(++phones).padStart(5, '0')}`
  later()
  await world.sms(phone, `KOTKUPANG jalan rusak di gang ${'abcdefghijklmnopqrst'[phones]} dekat pasar`)
  const { id, tracking_id } = await world.report()
  later()
  await office.forward(id)
  await answer(id)
  return { phone, id, trackingId: tracking_id }
}

async function answer(id: string) {
  later()
  await office.answer(id, 'Sudah ditambal.')
  await world.work()
  later()
}

const ofReport = (id: string) =>
  db.owner
    .selectFrom('casework.report')
    .select(['stage', 'manner', 'rating'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

test('stars given after YA, as we ask for them, are the report’s; the public reads them', async () => {
  const { phone, id, trackingId } = await answered()
  expect(await world.sms(phone, 'YA')).toEqual([expect.stringContaining('Balas NILAI 1 sampai NILAI 5')])
  later()
  expect(await world.sms(phone, 'NILAI 4')).toEqual([expect.stringContaining(`pada ${trackingId} kami terima`)])
  expect(await ofReport(id)).toEqual({ stage: 'closed', manner: 'confirmed', rating: 4 })
  const page = await (await world.app.request(`http://lapor.test/laporan/${trackingId}`)).text()
  expect(page).toContain('4 dari 5')
})

test.each([
  ['nilainya 5 pak', 5],
  ['nilaiku 4', 4],
  ['saya beri nilai 5', 5],
  ['saya kasih 4', 4],
  ['5', 5],
  ['lima pak', 5],
])('after YA “%s” gives stars in words of every day, and opens nothing', async (words, rating) => {
  const { phone, id, trackingId } = await answered()
  await world.sms(phone, 'YA')
  later()
  expect(await world.sms(phone, words)).toEqual([expect.stringContaining(`pada ${trackingId} kami terima`)])
  expect(await ofReport(id)).toEqual({ stage: 'closed', manner: 'confirmed', rating })
})

test('a number alone gives no stars when we asked for none, or long ago', async () => {
  const { phone, id } = await answered()
  expect(await world.sms(phone, '5')).toEqual([expect.stringContaining('sudah selesai?')])
  await world.sms(phone, 'YA')
  later(25 * hourMs)
  await world.sms(phone, '5')
  expect(await ofReport(id)).toMatchObject({ stage: 'closed', rating: null })
})

test('stars given before YA close nothing, and are not forgotten when YA comes', async () => {
  const { phone, id, trackingId } = await answered()
  expect(await world.sms(phone, 'NILAI 3')).toEqual([expect.stringContaining(`Apakah ${trackingId} sudah selesai?`)])
  expect(await ofReport(id)).toMatchObject({ stage: 'answered', rating: null })
  later()
  await world.sms(phone, 'NILAI 2')
  later()
  await world.sms(phone, 'YA')
  expect(await ofReport(id)).toEqual({ stage: 'closed', manner: 'confirmed', rating: 2 })
})

test('stars for an answer that did not settle it are not those of the next', async () => {
  const { phone, id } = await answered()
  await world.sms(phone, 'NILAI 1')
  later()
  await world.sms(phone, 'BELUM masih berlubang')
  await answer(id)
  await world.sms(phone, 'YA')
  expect(await ofReport(id)).toEqual({ stage: 'closed', manner: 'confirmed', rating: null })
})

test('who gave stars twice meant the last; and of two closed reports the one that was closed last', async () => {
  const { phone, id } = await answered()
  await world.sms(phone, 'YA NILAI 5')
  later()
  await world.sms(phone, 'KOTKUPANG lampu jalan mati di Liliba sejak kemarin')
  const second = (await world.report()).id
  later()
  await office.forward(second)
  await answer(second)
  await world.sms(phone, 'YA')
  later()
  await world.sms(phone, 'NILAI 1')
  later()
  await world.sms(phone, 'NILAI 2')
  expect(await ofReport(second)).toMatchObject({ rating: 2 })
  expect(await ofReport(id)).toMatchObject({ rating: 5 })
})

test('stars come too late when the report can no longer be opened again', async () => {
  const { phone, id } = await answered()
  await world.sms(phone, 'YA')
  later(15 * 24 * hourMs)
  expect(await world.sms(phone, 'NILAI 4')).toEqual([expect.stringContaining('tidak dapat dilakukan')])
  expect(await ofReport(id)).toMatchObject({ rating: null })
})
