import { expect, test } from 'vitest'
import { lapseIfSilent } from '../../closing/lapse-if-silent.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { dedi } from '../../testing/cast.ts'
import { eventsOf, lastEvent } from '../../testing/events-of.ts'
import { archiveReport } from '../../verification/archive-report.ts'
import { filedReports } from '../sms/testing/filed-reports.ts'
import { smsWorld } from '../sms/testing/sms-world.ts'

// What somebody says about an answer, or after a report of theirs has ended, and never explains: it is said of that report, unless it stands by itself.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const [minute, day] = [60_000, 86_400_000]
const why = 'Apa yang belum selesai'
let phones = 0
const later = (ms = minute) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
const setting = async () => ({
  rules: await world.taking.rules(),
  directory: await world.taking.directory(),
  now: world.clock.now,
})

async function filed() {
  later(day)
  world.clock.now.setUTCHours(1, 0, 0, 0)
  const phone = `+62812834${String(++phones).padStart(5, '0')}`
  await world.sms(phone, `KOTKUPANG lampu jalan mati di depan gereja ke-${phones} Oesapa`)
  const { id, tracking_id } = await world.report()
  later(60 * minute)
  return { phone, id, tracking_id }
}

async function standing(how: 'in_work' | 'answered' | 'silent' | 'confirmed' | 'archived') {
  const made = await filed()
  if (how === 'archived')
    await as(db.web, dedi, async (tx) =>
      archiveReport(tx, dedi, made.id, { reason: 'unclear', note: 'Kurang jelas' }, await setting()),
    )
  else await office.forward(made.id)
  if (how !== 'archived' && how !== 'in_work') await office.answer(made.id, 'Lampunya sudah diganti petugas kemarin.')
  await world.work()
  later(60 * minute)
  if (how === 'silent') await silence(made.id)
  if (how === 'confirmed') await world.sms(made.phone, 'YA')
  await world.work()
  later(5 * minute)
  return { ...made, before: (await filedReports(db)).length }
}

async function silence(id: string) {
  later(30 * day)
  await as(db.worker, system, async (tx) => lapseIfSilent(tx, system, id, await setting()))
}

/** A day later, and, where it still awaits a verdict, weeks. */
async function unexplained(id: string) {
  later(day + minute)
  await world.sweep()
  await world.sweep()
  await silence(id)
  return (await filedReports(db)).find((report) => report.id === id)?.stage
}

const newReports = async (before: number) => (await filedReports(db)).length - before

test.each([
  'sangat kecewa pak',
  'saya menolak jawaban itu',
  'kata siapa sudah diganti?',
  'siapa bilang beres',
  'masa sih? di sini masih gelap',
  'kok dibilang sudah beres',
  'janji doang',
  'mana? belum ada orang',
  'lampu padam',
  'sekarang malah gelap',
  'baru separuh yang diganti',
  'jangan asal menjawab ya',
  'coba lihat sendiri ke lokasi',
  'uang kami belum dikembalikan',
  '👎',
])('about an answer "%s" is the reply: it is no new report, and nothing closes over it', async (words) => {
  const { phone, id, before } = await standing('answered')
  expect(await world.sms(phone, words)).toHaveLength(1)
  expect(await unexplained(id)).toBe('in_progress')
  expect(await lastEvent(db, id)).toEqual({ move: 'reply', text: words })
  expect(await newReports(before)).toBe(0)
})

test.each([
  'tidak ada masalah lagi bu',
  'sdh beres, tdk ada keluhan lagi',
  'sudah tidak gelap lagi',
  'lumayan pak',
  'YA/BELUM',
])('about an answer "%s" sends nothing back to work', async (words) => {
  const { phone, id, before } = await standing('answered')
  await world.sms(phone, words)
  later(day + minute)
  await world.sweep()
  expect((await filedReports(db)).find((report) => report.id === id)?.stage).toBe('answered')
  expect(await newReports(before)).toBe(0)
})

test.each([
  ['pohon tumbang di jalan Timor Raya', 'closed'],
  ['KOTKUPANG air mati lagi di Oepura', 'closed'],
  ['puskesmas Sikumana tidak ada dokter', 'closed'],
])('a complaint of its own, "%s", is a report, and no word about the answer', async (words, stage) => {
  const { phone, id, before } = await standing('answered')
  await world.sms(phone, words)
  expect([await unexplained(id), await newReports(before)]).toEqual([stage, 1])
})

test('a long complaint that may as well be about the answer is a report, and nothing closes over it either', async () => {
  const words =
    'Saya sudah cek ke lokasi, masih gelap semua, lalu di pasar Oeba juga banyak lampu mati sejak dua bulan, pedagang resah karena sering ada pencurian'
  const { phone, id, before } = await standing('answered')
  await world.sms(phone, words)
  expect([await unexplained(id), await newReports(before)]).toEqual(['in_progress', 1])
  expect(await lastEvent(db, id)).toEqual({ move: 'reply', text: words })
})

test('where the answered report is hidden a long complaint beside it is hidden too, and its words stand only there', async () => {
  const words =
    'Saya sudah cek ke lokasi, masih gelap semua, lalu di pasar Oeba juga banyak lampu mati sejak dua bulan, pedagang resah karena sering ada pencurian'
  const { phone, id, tracking_id } = await standing('answered')
  await world.sms(phone, `ANONIM ${tracking_id}`)
  await world.sms(phone, words)
  expect(await unexplained(id)).toBe('in_progress')
  expect((await lastEvent(db, id))?.text).toBe('Belum selesai (tanpa alasan).')
  expect((await filedReports(db)).at(-1)).toMatchObject({ anonymous: true })
})

test.each([
  ['NILAI 5 pelayanan cepat', 5],
  ['nilai 2 terlalu lama', 2],
  ['air sudah lancar pak', null],
  ['semoga lapor makin maju', null],
] as const)('after YA "%s" opens nothing: the stars are kept, and the words a note', async (words, rating) => {
  const { phone, id, before } = await standing('confirmed')
  await world.sms(phone, words)
  later(day + minute)
  await world.sweep()
  expect((await filedReports(db)).find((report) => report.id === id)).toMatchObject({ stage: 'closed', rating })
  expect(await eventsOf(db, id)).toContainEqual(expect.objectContaining({ move: 'note', text: words }))
  expect(await newReports(before)).toBe(0)
})

test('stars with praise that come before YA wait for it', async () => {
  const { phone, id } = await standing('answered')
  expect(await world.sms(phone, 'NILAI 5 petugas ramah')).toEqual([expect.stringContaining('sudah selesai?')])
  await world.sms(phone, 'YA')
  expect((await filedReports(db)).find((report) => report.id === id)).toMatchObject({ stage: 'closed', rating: 5 })
})

test.each(['sudah beres pak maaf baru balas', 'maaf lupa membalas, sudah selesai'])(
  'of what silence has closed "%s" opens nothing, and confirms nothing',
  async (words) => {
    const { phone, id } = await standing('silent')
    await world.sms(phone, words)
    later(day + minute)
    await world.sweep()
    expect((await filedReports(db)).find((report) => report.id === id)).toMatchObject({
      stage: 'closed',
      manner: 'silent',
    })
    expect(await lastEvent(db, id)).toEqual({ move: 'note', text: words })
  },
)

test.each([
  'eh salah, belum beres bu',
  'sori masih gelap',
  'td salah jawab, lampunya belum diganti',
  'batal, masih mati',
  'lampu mati',
  'kecewa',
])('minutes after YA "%s" is asked about, and opens the report again', async (words) => {
  const { phone, id, before } = await standing('confirmed')
  expect(await world.sms(phone, words)).toEqual([expect.stringContaining('Cukup kirim BALAS')])
  expect(await unexplained(id)).toBe('in_progress')
  expect(await lastEvent(db, id)).toEqual({ move: 'reopen', text: words })
  expect(await newReports(before)).toBe(0)
})

test.each([
  'kok ditutup bu, belum beres',
  'hp rusak kemarin, blm beres pak',
  'tolong dibuka lagi ya',
  'saya keberatan',
  'kata siapa selesai',
])('of what silence has closed "%s" is asked about, and opens it again', async (words) => {
  const { phone, id, before } = await standing('silent')
  await world.sms(phone, words)
  expect(await unexplained(id)).toBe('in_progress')
  expect([(await lastEvent(db, id))?.move, await newReports(before)]).toEqual(['reopen', 0])
})

test.each(['BELUM', 'TIDAK', 'BELUM pak', 'eh belum'])(
  'after YA, "%s" alone is asked why once, and opens the report again when nobody says more',
  async (word) => {
    for (const said of [[word], [word, 'BELUM']]) {
      const { phone, id } = await standing('confirmed')
      expect(await world.sms(phone, word)).toEqual([expect.stringContaining(why)])
      for (const again of said.slice(1)) await world.sms(phone, again)
      expect(await unexplained(id)).toBe('in_progress')
      expect(await lastEvent(db, id)).toEqual({ move: 'reopen', text: 'Belum selesai (tanpa alasan).' })
    }
  },
)

test.each(['lampunya redup sekali', 'lampu padam lagi', 'sampah menumpuk'])(
  'the reason that comes after BELUM, "%s", belongs to it and is not asked about',
  async (words) => {
    const { phone, id, before } = await standing('confirmed')
    await world.sms(phone, 'BELUM')
    await world.sms(phone, words)
    expect(await lastEvent(db, id)).toEqual({ move: 'reopen', text: words })
    later(day + minute)
    await world.sweep()
    expect((await eventsOf(db, id)).filter(({ move }) => move === 'reopen')).toHaveLength(1)
    expect(await newReports(before)).toBe(0)
  },
)

test('of a report in work BELUM alone is a note when nobody says more', async () => {
  const { phone, id, before } = await standing('in_work')
  await world.sms(phone, 'BELUM')
  later(day + minute)
  await world.sweep()
  expect(await lastEvent(db, id)).toEqual({ move: 'note', text: 'Belum selesai (tanpa alasan).' })
  expect(await newReports(before)).toBe(0)
})

test.each([
  'kenapa ditolak bu?',
  'jangan ditutup pak, ini penting',
  'lokasinya di jalan Bajawa nomor 8 RT 12 Fatululi',
  'jalan Bajawa nomor 8, dekat masjid',
  'BELUM',
])('of an archived report "%s" is asked about, and is the objection', async (words) => {
  const { phone, id, before } = await standing('archived')
  expect(await world.sms(phone, words)).toHaveLength(1)
  later(day + minute)
  await world.sweep()
  expect([(await lastEvent(db, id))?.move, await newReports(before)]).toEqual(['object', 0])
})

test('where another report is answered, "saya keberatan diarsipkan" is the objection to the archived one', async () => {
  const { phone, id } = await standing('archived')
  await world.sms(phone, 'KOTKUPANG parit mampet di belakang pasar Naikoten')
  const other = (await world.report()).id
  await office.forward(other)
  await office.answer(other, 'Sudah dibersihkan.')
  await world.work()
  later(120 * minute)
  await world.sms(phone, 'saya keberatan diarsipkan')
  expect((await lastEvent(db, id))?.move).toBe('object')
  expect((await lastEvent(db, other))?.move).toBe('answer')
})
