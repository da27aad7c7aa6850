import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { filedReports } from '../sms/testing/filed-reports.ts'
import { smsWorld } from '../sms/testing/sms-world.ts'

// To "which report?" people answer by what it was about. The only report that fits is meant; of none or several we ask again.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const hour = 3_600_000
let phones = 0
const later = (ms = hour) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
const reports = async () => (await filedReports(db)).length

/** Somebody with a report of the day before yesterday, one of yesterday, and one of today. */
async function three(wish = '') {
  const phone = `+62812811${String(++phones).padStart(5, '0')}`
  const ids: string[] = []
  for (const words of ['lurah minta suap untuk surat pindah', 'jalan rusak di depan pasar Oeba', 'lampu jalan padam']) {
    later(24 * hour)
    await world.sms(phone, `KOTKUPANG ${words} ke-${phones}${words.includes('suap') ? wish : ''}`)
    ids.push((await world.report()).tracking_id)
  }
  later()
  const [suap = '', road = '', lamp = ''] = ids
  return { phone, suap, road, lamp }
}

test.each([
  ['yang suap', 'suap'],
  ['yg suap pak', 'suap'],
  ['laporan yang soal suap', 'suap'],
  ['yang jalan rusak', 'road'],
  ['yang jalan rusak di depan pasar Oeba', 'road'],
  ['yang lampu jalan padam itu', 'lamp'],
  ['tentang lampu', 'lamp'],
  ['yang kemarin', 'road'],
  ['yang pertama', 'suap'],
  ['yang kedua', 'road'],
  ['yang terakhir', 'lamp'],
] as const)('“%s” picks the report that it fits', async (words, meant) => {
  const theirs = await three()
  const before = await reports()
  expect(await world.sms(theirs.phone, 'CABUT')).toEqual([expect.stringContaining('laporan yang mana?')])
  expect(await world.sms(theirs.phone, words)).toEqual([expect.stringContaining(`Untuk mencabut ${theirs[meant]}`)])
  expect(await reports()).toBe(before)
})

test.each(['yang jalan', 'yang banjir', 'yang suap lampu', 'yang jalan, bukan yang suap'])(
  '“%s” fits several or none, and is asked about again',
  async (words) => {
    const { phone } = await three()
    const before = await reports()
    await world.sms(phone, 'CABUT')
    expect(await world.sms(phone, words)).toEqual([expect.stringContaining('laporan yang mana?')])
    expect(await reports()).toBe(before)
  },
)

test('YA is said of what was answered: the first of those, and only that is closed', async () => {
  const { phone, road, lamp } = await three()
  for (const trackingId of [road, lamp]) {
    const { id } = await reportOf(trackingId)
    await office.forward(id)
    await office.answer(id, 'Sudah diperbaiki.')
  }
  await world.work()
  later()
  expect(await world.sms(phone, 'YA')).toEqual([expect.stringContaining('laporan yang mana?')])
  await world.sms(phone, 'yang pertama')
  await world.work()
  expect([(await reportOf(road)).stage, (await reportOf(lamp)).stage]).toEqual(['closed', 'answered'])
})

test('words pick nothing while one of them is confidential: nobody learns by asking what stands in it', async () => {
  const { phone, lamp } = await three('. RAHASIA')
  await world.sms(phone, 'CABUT')
  for (const words of ['yang suap', 'yang lampu', 'yang banjir'])
    expect(await world.sms(phone, words)).toEqual([expect.stringContaining('laporan yang mana?')])
  expect(await world.sms(phone, 'yang terakhir')).toEqual([expect.stringContaining(`Untuk mencabut ${lamp}`)])
})

test('RAHASIA of one of several is done to that one', async () => {
  const { phone, suap, road } = await three()
  await world.sms(phone, 'RAHASIA')
  await world.sms(phone, 'yang suap')
  await world.work()
  expect([(await reportOf(suap)).confidential, (await reportOf(road)).confidential]).toEqual([true, false])
})

function reportOf(trackingId: string) {
  return db.owner
    .selectFrom('casework.report')
    .select(['id', 'stage', 'confidential'])
    .where('tracking_id', '=', trackingId)
    .executeTakeFirstOrThrow()
}
