import { expect, test } from 'vitest'
import { sizeOf } from '../../platform/gsm/fit-sms.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { smsWorld } from './testing/sms-world.ts'

// Whoever has filed more than once and asks with CEK alone hears of what waits for them, and that there is more.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
let phones = 0
const later = () => {
  world.clock.now = new Date(world.clock.now.getTime() + 1_800_000)
}
/** By day, when news come at once. */
const nextMorning = () => {
  world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
  world.clock.now.setUTCHours(1, 0, 0, 0)
}
const aPhone = () => `+62812860${String(++phones).padStart(5, '0')}`

async function filed(phone: string, words: string) {
  nextMorning()
  await world.sms(phone, `KOTKUPANG ${words} ${phones}`)
  later()
  const { id, tracking_id: number } = await world.report()
  return { id, number }
}

async function answered(phone: string, words: string, text = 'Sudah ditangani.') {
  const report = await filed(phone, words)
  await office.forward(report.id)
  await office.answer(report.id, text)
  await world.work()
  later()
  return report
}

async function cek(phone: string) {
  const heard = await world.sms(phone, 'CEK')
  expect(heard).toHaveLength(1)
  expect(sizeOf(heard[0] ?? '')).toMatchObject({ alphabet: 'gsm7', fits: true })
  return heard[0] ?? ''
}

test('of a newer one that is closed and an older one that was answered, CEK tells the older', async () => {
  const phone = aPhone()
  const older = await answered(phone, 'jalan rusak di Oesapa')
  const newer = await answered(phone, 'lampu jalan mati di Liliba')
  await world.sms(phone, `YA ${newer.number}`)
  later()
  const heard = await cek(phone)
  expect(heard).toContain(older.number)
  expect(heard).not.toContain('Masih ada')
})

test('what waits comes before what is newer and in work, and that there is another is told', async () => {
  const phone = aPhone()
  const waiting = await answered(phone, 'selokan mampet di Penfui')
  await filed(phone, 'pohon tumbang di Sikumana')
  expect(await cek(phone)).toBe(
    `LAPOR! ${waiting.number}: Sudah ditindaklanjuti, menunggu pelapor. Kata petugas: Sudah ditangani. Masih ada 1 lagi: CEK nomornya`,
  )
})

test('of several more it is told how many, and how to ask', async () => {
  const phone = aPhone()
  for (const words of ['jalan rusak di Naikoten', 'got mampet di Naikoten', 'lampu mati di Naikoten'])
    await filed(phone, words)
  expect(await cek(phone)).toMatch(/Masih ada 2 lagi: CEK nomornya$/)
})

test('where what the office said fills the SMS it stands alone, and one report has no others', async () => {
  const [phone, other] = [aPhone(), aPhone()]
  await filed(phone, 'jembatan retak di Noelbaki')
  const waiting = await answered(phone, 'sampah menumpuk di Oeba', `Sudah diangkut ${'dan dijaga '.repeat(30)}`)
  const heard = await cek(phone)
  expect(heard).toContain(waiting.number)
  expect(heard).not.toContain('Masih ada')
  await filed(other, 'pipa bocor di Oebobo')
  expect(await cek(other)).not.toContain('Masih ada')
})
