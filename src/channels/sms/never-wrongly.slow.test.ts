import { expect, test } from 'vitest'
import { lapseIfSilent } from '../../closing/lapse-if-silent.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { eventsOf, lastEvent } from '../../testing/events-of.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// What a phone writes is never done to the wrong report, nor taken for what it is not; where nobody can know, we ask, and the words are kept.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)

let phones = 0
const aPhone = () => `+62823400${String(++phones).padStart(5, '0')}`
const minute = 60_000
const day = 24 * 60 * minute
function later(ms = minute) {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
const filed = async (words: string) => (await filedReports(db)).filter(({ text }) => text.includes(words))
const stageOf = async (id: string) =>
  db.owner.selectFrom('casework.report').select(['stage', 'manner']).where('id', '=', id).executeTakeFirstOrThrow()
const wastes = ['got', 'parit', 'selokan', 'saluran', 'gorong-gorong', 'drainase', 'kali', 'waduk', 'embung', 'irigasi']
let waste = 0
async function aReport(from: string) {
  later()
  await world.sms(
    from,
    `KOTKUPANG ${wastes[waste++ % wastes.length]} mampet di samping rumah sakit, air hitam menggenang`,
  )
  return world.report()
}
async function anAnswered(from: string) {
  const report = await aReport(from)
  await office.forward(report.id)
  await office.answer(report.id, 'Sudah dibersihkan')
  await world.work()
  later()
  return report
}
async function aHeld(from: string) {
  const report = await aReport(from)
  await office.ask(report.id, 'Di sebelah mana?')
  await world.work()
  later()
  return report
}
async function daysOfSilence(id: string, days: number) {
  later(days * day)
  const setting = { rules: await world.taking.rules(), directory: await world.taking.directory(), now: world.clock.now }
  await as(db.worker, system, (tx) => lapseIfSilent(tx, system, id, setting))
}
const whichOne = [expect.stringContaining('Untuk laporan yang mana?')]
const newOrReply = [expect.stringContaining('Laporan baru? Cukup kirim BARU')]

test.each([
  'BALAS CEK',
  'KOTKUPANG CEK',
  'KOTKUPANG BALAS CEK',
  'LAPOR BALAS BANTUAN',
  'BALAS 5',
  'BALAS oke',
  'makasih banyak ya',
])('on an answered report %s says nothing to the office and closes nothing', async (text) => {
  const from = aPhone()
  const { id } = await anAnswered(from)
  expect(await world.sms(from, text)).toHaveLength(1)
  expect(await stageOf(id)).toEqual({ stage: 'answered', manner: null })
})

test('our question stays open, and is said again, when thanks, a promise or a command come; an answer then completes', async () => {
  const from = aPhone()
  const { id } = await aHeld(from)
  for (const text of ['terima kasih', 'baik pak', 'tunggu sebentar', 'BALAS', 'NILAI 4', 'BALAS CEK']) {
    later(20 * minute)
    expect(await world.sms(from, text)).toEqual([expect.stringContaining('Kata petugas: Di sebelah mana?')])
    expect((await stageOf(id)).stage).toBe('on_hold')
  }
  later()
  await world.sms(from, 'BARU')
  expect((await stageOf(id)).stage).toBe('on_hold')
  await world.sms(from, 'KOTKUPANG BALAS di depan masjid')
  expect((await stageOf(id)).stage).not.toBe('on_hold')
  const said = await eventsOf(db, id)
  expect(said).toContainEqual({ move: 'complete', text: 'di depan masjid' })
  // What may have been an agreement is told with it, and moves nothing.
  expect(await lastEvent(db, id)).toEqual({ move: 'note', text: 'baik pak' })
})

test('BELUM behind a keyword and BALAS is the reply: the report is not closed in silence over it', async () => {
  const from = aPhone()
  const { id } = await anAnswered(from)
  await world.sms(from, 'KOTKUPANG BALAS BELUM masih bau')
  expect(await lastEvent(db, id)).toEqual({ move: 'reply', text: 'BELUM masih bau' })
  await daysOfSilence(id, 30)
  expect((await stageOf(id)).stage).toBe('in_progress')
})

test.each(['KOTKUPANG masih mampet juga', 'LAPOR BELUM masih bau sekali'])(
  '%s is asked about, and its words are kept for BALAS',
  async (text) => {
    const from = aPhone()
    const { id } = await anAnswered(from)
    expect(await world.sms(from, text)).toEqual(newOrReply)
    await world.sms(from, 'BALAS')
    expect((await lastEvent(db, id)).move).toBe('reply')
  },
)

test('YA to "maksud Anda KOTKUPANG?" closes no other report: we ask which is meant, and the number of the first says so to the desk', async () => {
  const from = aPhone()
  const { id } = await anAnswered(from)
  await world.sms(from, 'KOTAKUPNG lampu jalan padam di depan kantor camat')
  await world.sms(from, 'BARU')
  later()
  const [meant] = await filed('lampu jalan padam')
  expect(await world.sms(from, 'YA')).toEqual(whichOne)
  expect((await stageOf(id)).stage).toBe('answered')
  later()
  await world.sms(from, meant?.tracking_id ?? '')
  expect((await stageOf(id)).stage).toBe('answered')
  expect((await lastEvent(db, meant?.id ?? '')).move).toBe('note')
})

test('of two numbers in one message each gets its own verdict; what is said of several beyond knowing is done to none', async () => {
  const from = aPhone()
  const [one, two] = [await anAnswered(from), await anAnswered(from)]
  await world.sms(from, `YA ${one.tracking_id}, BELUM ${two.tracking_id} masih rusak`)
  expect(await stageOf(one.id)).toEqual({ stage: 'closed', manner: 'confirmed' })
  expect(await lastEvent(db, two.id)).toEqual({ move: 'reply', text: 'BELUM masih rusak' })
  const [three, four] = [await anAnswered(from), await anAnswered(from)]
  const unclear = `${three.tracking_id} sudah, ${four.tracking_id} BELUM`
  expect(await world.sms(from, unclear)).toEqual(whichOne)
  later()
  expect(await world.sms(from, three.tracking_id)).toEqual([
    expect.stringContaining(`Apakah ${three.tracking_id} sudah selesai?`),
  ])
  expect([await stageOf(three.id), await stageOf(four.id)]).toEqual(Array(2).fill({ stage: 'answered', manner: null }))
  expect((await lastEvent(db, three.id)).text).not.toContain(four.tracking_id)
})

test('what was closed in silence swallows nothing once it can be opened no more; before, BELUM opens it', async () => {
  const other = aPhone()
  // Each of a number of its own: what has just been filed may well be what the next words go on from.
  for (const text of [
    'belum ada listrik di desa kami sejak kemarin',
    'masih gelap jalan kampung',
    'pohon tumbang di jalan desa',
  ]) {
    const from = aPhone()
    const { id } = await anAnswered(from)
    await daysOfSilence(id, 30)
    expect((await stageOf(id)).manner).toBe('silent')
    later(200 * day)
    await world.sms(from, text)
    expect(await filed(text)).toHaveLength(1)
  }
  const lately = await anAnswered(other)
  await daysOfSilence(lately.id, 30)
  later(3 * day)
  await world.sms(other, 'BELUM airnya masih hitam')
  expect((await lastEvent(db, lately.id)).move).toBe('reopen')
})

test('a sentence that begins with belum may be a new complaint: it is never said in public on another report', async () => {
  const from = aPhone()
  const { id } = await anAnswered(from)
  const words = 'belum ada air bersih di desa kami Naibonat sejak dua minggu, mohon bantuan tangki air'
  expect(await world.sms(from, words)).toEqual(newOrReply)
  expect((await stageOf(id)).stage).toBe('answered')
  await world.sms(from, 'BARU')
  expect(await filed('desa kami Naibonat')).toHaveLength(1)
})

test('the question on the oldest of many reports is answered, its number found, and it can be hidden', async () => {
  const from = aPhone()
  const { id, tracking_id: number } = await aReport(from)
  const places =
    'jembatan sekolah puskesmas pasar terminal lampu pohon sampah listrik sungai kantor posyandu trotoar halte parkir'
  for (const place of `${places} masjid gereja taman lapangan kuburan pelabuhan`.split(' ')) {
    later(3 * 60 * minute)
    await world.sms(from, `KOTKUPANG ${place} rusak parah di kelurahan kami sejak lama`)
  }
  world.clock.now = new Date(world.clock.now.getTime() - (world.clock.now.getTime() % day) + day + 2 * 60 * minute)
  await office.ask(id, 'Di mana?')
  await world.work()
  expect(await world.sms(from, `CEK ${number}`)).toEqual([expect.stringContaining('Kata petugas: Di mana?')])
  await world.sms(from, 'BALAS di depan masjid raya')
  expect((await lastEvent(db, id)).move).toBe('complete')
  await world.sms(from, `RAHASIA ${number}`)
  expect((await lastEvent(db, id)).move).toBe('raise_secrecy')
})

test('the same words again with RAHASIA hide the first, with a keyword they are the same report: never two', async () => {
  const from = aPhone()
  later()
  await world.sms(from, 'lurah Oesapa minta uang pelicin untuk surat pindah')
  later()
  await world.sms(from, 'RAHASIA lurah Oesapa minta uang pelicin untuk surat pindah')
  expect(await filed('surat pindah')).toMatchObject([{ confidential: true }])
  later()
  await world.sms(from, 'lurah Oesapa minta uang pelicin untuk surat pindah')
  expect(await filed('surat pindah')).toMatchObject([{ confidential: true }])
  const other = aPhone()
  await world.sms(other, 'jalan utama Oesapa berlubang dalam sekali dekat jembatan')
  later()
  await world.sms(other, 'KOTKUPANG jalan utama Oesapa berlubang dalam sekali dekat jembatan')
  const [road, ...others] = await filed('jalan utama Oesapa')
  expect(others).toEqual([])
  expect((await lastEvent(db, road?.id ?? '')).move).toBe('note')
})

test('a late part that says BELUM makes a reply of what we had asked about', async () => {
  const from = aPhone()
  const { id } = await anAnswered(from)
  const part = (at: number, words: string) =>
    world.hook({
      from,
      udh: Buffer.from([5, 0, 3, 40, 2, at]),
      text: Buffer.from(words, 'latin1'),
      charset: 'ISO-8859-1',
    })
  await part(2, 'yang sebelah timur masih putus dan anak sekolah lewat sungai')
  await world.work()
  later(11 * minute)
  expect((await world.sweep()).flatMap(({ to, text }) => (to === from ? [text] : []))).toEqual(newOrReply)
  await part(1, 'BELUM pak, ')
  await world.work()
  expect(await lastEvent(db, id)).toMatchObject({
    move: 'reply',
    text: expect.stringContaining('masih putus dan anak'),
  })
  later(day + minute)
  await world.sweep()
  expect(await filed('sebelah timur masih putus')).toEqual([])
})
