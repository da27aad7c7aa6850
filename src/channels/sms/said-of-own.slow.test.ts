import { describe, expect, test } from 'vitest'
import { lapseIfSilent } from '../../closing/lapse-if-silent.ts'
import { testDatabase } from '../../platform/testing/test-database.ts'
import { system } from '../../report/actor.ts'
import { as } from '../../report/as.ts'
import { atTheOffice } from '../../testing/at-the-office.ts'
import { lastEvent } from '../../testing/events-of.ts'
import { filedReports } from './testing/filed-reports.ts'
import { smsWorld } from './testing/sms-world.ts'

// What people go on to say of a report that is there: never a new one in silence, never swallowed, and no report is closed over it.

const db = await testDatabase()
const world = await smsWorld(db)
const office = atTheOffice(db, world)
const minute = 60_000
const day = 24 * 60 * minute
let phones = 0
const aPhone = () => `+62826100${String(++phones).padStart(5, '0')}`
function later(ms = minute) {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
const count = async () => (await filedReports(db)).length
const stageOf = async (id: string) =>
  db.owner.selectFrom('casework.report').select(['stage', 'manner']).where('id', '=', id).executeTakeFirstOrThrow()
const newOrReply = [expect.stringContaining('Cukup kirim BALAS')]
const yesOrNo = expect.stringContaining('sudah selesai?')

/** The next morning in Kupang: nobody hears news at night. */
function tomorrow() {
  later(day)
  world.clock.now.setUTCHours(1, 0, 0, 0)
}

async function inWork(from = aPhone(), thing = 'selokan') {
  tomorrow()
  await world.sms(from, `KOTKUPANG ${thing} ${phones}x${world.clock.now.getTime() / minute} mampet`)
  const { id, tracking_id: trackingId } = await world.report()
  await office.forward(id)
  await world.work()
  later(40 * minute)
  return { from, id, trackingId }
}
async function answered(from = aPhone()) {
  const report = await inWork(from)
  await office.answer(report.id, 'Sudah dibersihkan.')
  await world.work()
  later()
  return report
}
async function aDayOn() {
  later(day + minute)
  await world.sweep()
  await world.sweep()
}
async function thirtyDaysOn(id: string) {
  later(30 * day)
  const setting = { rules: await world.taking.rules(), directory: await world.taking.directory(), now: world.clock.now }
  await as(db.worker, system, async (tx) => lapseIfSilent(tx, system, id, setting))
}

describe('an answer that somebody contradicts is never closed over', () => {
  test.each(['belum', 'belum pak', 'BELUM'])(
    '"%s" to "balasan atau baru?" makes the words before it the reply',
    async (refusal) => {
      const { from, id } = await answered()
      const before = await count()
      expect(await world.sms(from, 'petugas tidak pernah datang')).toEqual(newOrReply)
      await world.sms(from, refusal)
      await world.work()
      expect(await lastEvent(db, id)).toEqual({ move: 'reply', text: 'petugas tidak pernah datang' })
      await thirtyDaysOn(id)
      expect([(await stageOf(id)).stage, await count()]).toEqual(['in_progress', before])
    },
  )

  test('beside another complaint "belum" is a refusal of its own, and the complaint is still asked about', async () => {
    const { from, id } = await answered()
    const words = 'selokan di sebelah pasar juga mampet pak'
    await world.sms(from, words)
    expect(await world.sms(from, 'belum')).toEqual(newOrReply)
    expect((await lastEvent(db, id)).move).toBe('reply')
    const before = await count()
    await world.sms(from, 'ya laporan baru')
    await world.work()
    expect(await count()).toBe(before + 1)
  })

  test.each([
    'gak ada yg datang pak',
    'selokan depan rumah saya masih penuh sampah sampai hari ini',
    'saya lihat tidak ada perubahan',
    'kok begitu jawabannya, tidak menyelesaikan masalah',
    'yang dibersihkan bukan yang di depan rumah saya',
    'airnya masih menggenang',
    'mohon dicek ulang ke lapangan',
    'KOTKUPANG belum dibersihkan sampai sekarang',
    'KOTKUPANG belum',
    'KOTKUPANG BELUM selokan masih mampet',
    'LAPOR belum diperbaiki sampai sekarang',
  ])('unexplained for a day "%s" is the reply', async (words) => {
    const { from, id } = await answered()
    const before = await count()
    expect(await world.sms(from, words)).toEqual(newOrReply)
    await aDayOn()
    expect((await lastEvent(db, id)).move).toBe('reply')
    expect(await count()).toBe(before)
  })
})

describe('a new complaint said with a verdict is a report of its own', () => {
  test.each([
    ['YA terima kasih. KOTKUPANG lampu jalan di Oesapa mati', 'closed'],
    ['sudah selesai makasih. ada lagi pak, pohon tumbang di jalan Timor', 'closed'],
    ['BELUM masih mampet. lapor juga lampu jalan mati di Oesapa', 'in_progress'],
  ])('"%s": both are done', async (words, stage) => {
    const { from, id } = await answered()
    const before = await count()
    await world.sms(from, words)
    expect([(await stageOf(id)).stage, await count()]).toEqual([stage, before + 1])
  })

  test.each(['ya. lapor lagi, jalan di depan SD berlubang', 'ok. LAPOR jembatan putus'])(
    '"%s" is filed, and whether the other is settled is asked',
    async (words) => {
      const { from, id } = await answered()
      const before = await count()
      expect(await world.sms(from, words)).toContainEqual(yesOrNo)
      expect([(await stageOf(id)).stage, await count()]).toEqual(['answered', before + 1])
      await world.sms(from, 'ya')
      expect((await stageOf(id)).stage).toBe('closed')
    },
  )

  test('what the message asks to be hidden is hidden of both, wherever it asks', async () => {
    const { from, id } = await answered()
    await world.sms(from, 'BELUM masih mampet, rahasiakan nama saya. LAPOR kepala puskesmas minta uang')
    const filed = await world.report()
    expect([filed.id === id, filed.anonymous, (await lastEvent(db, id)).move]).toEqual([false, true, 'reply'])
  })

  test('what names another trouble beside "ya" is asked about again when YA closes the first, and is a report when nobody says', async () => {
    const { from, id } = await answered()
    const words = 'ya pak, tapi lampu jalan di depan juga mati tolong'
    expect(await world.sms(from, words)).toEqual([yesOrNo])
    expect(await world.sms(from, 'ya')).toContainEqual(expect.stringContaining('Cukup kirim BARU'))
    expect((await lastEvent(db, id)).move).toBe('confirm')
    const before = await count()
    await aDayOn()
    expect(await count()).toBe(before + 1)
  })
})

test('YA while we ask "balasan atau baru?" is asked about once, YA again closes, and the words before it open nothing again', async () => {
  const { from, id } = await answered()
  await world.sms(from, 'petugasnya cuma lewat')
  expect(await world.sms(from, 'ya')).toEqual([yesOrNo])
  expect((await stageOf(id)).stage).toBe('answered')
  await world.sms(from, 'ya')
  expect(await stageOf(id)).toMatchObject({ stage: 'closed', manner: 'confirmed' })
  await aDayOn()
  expect(await lastEvent(db, id)).toEqual({ move: 'note', text: 'petugasnya cuma lewat' })
})

describe('what goes on from a report in work makes no report in silence', () => {
  test.each([
    'mengenai laporan saya kemarin, lokasinya di belakang pasar',
    'ini laporan saya sudah 2 minggu lho',
    'tambahan laporan: sudah ada anak jatuh',
    'maaf salah, maksud saya di jl sudirman',
    'siapa yang menangani laporan saya?',
    'tolong dipercepat pak',
  ])('"%s" is a note', async (words) => {
    const { from, id } = await inWork()
    const before = await count()
    await world.sms(from, words)
    expect(await lastEvent(db, id)).toMatchObject({ move: 'note' })
    expect(await count()).toBe(before)
  })

  test.each([
    'laporan saya salah alamat, harusnya rt 7',
    'petugas sdh datang tp cuma foto2 saja',
    'sudah dikerjakan tapi belum tuntas',
    'masih mampet pak',
    'selokannya makin parah pak',
    'sampai sekarang belum ada perbaikan',
    'KOTKUPANG belum ada tindak lanjut',
    '(2/2) motor jatuh dan tidak ada yang perbaiki',
  ])('"%s" is asked about, and a note when nobody says', async (words) => {
    const { from, id } = await inWork()
    const before = await count()
    expect(await world.sms(from, words)).toEqual(newOrReply)
    await aDayOn()
    expect(await lastEvent(db, id)).toEqual({ move: 'note', text: words })
    expect(await count()).toBe(before)
  })

  test('short words that name no trouble are asked about too, and are a report when nobody says', async () => {
    const { from } = await inWork()
    const before = await count()
    expect(await world.sms(from, 'puskesmas tutup jam 10')).toEqual(newOrReply)
    await aDayOn()
    expect(await count()).toBe(before + 1)
  })

  test.each(['lampu jalan juga mati di gang sebelah', 'ada lagi pak, pohon tumbang di depan sekolah'])(
    'but "%s" is a report at once',
    async (words) => {
      const { from } = await inWork()
      const before = await count()
      await world.sms(from, words)
      expect(await count()).toBe(before + 1)
    },
  )

  test('"ok siap" hears how it stands, and who asks whose number this is hears what we are', async () => {
    const { from, trackingId } = await inWork()
    expect(await world.sms(from, 'ok siap')).toEqual([expect.stringContaining(trackingId)])
    expect(await world.sms(from, 'Info dari mana nomor ini?')).toEqual([expect.stringContaining('Tulis keluhan')])
  })
})

test.each(['mampet lagi pak', 'belum selesai pak ternyata'])(
  'of what was closed lately "%s" is asked about: BALAS opens it again, and so does a day without an answer',
  async (words) => {
    for (const says of ['BALAS', undefined]) {
      const { from, id } = await answered()
      await world.sms(from, 'YA')
      later()
      expect(await world.sms(from, words)).toEqual(newOrReply)
      if (says) await world.sms(from, says)
      else await aDayOn()
      await world.work()
      expect(await lastEvent(db, id)).toEqual({ move: 'reopen', text: words })
    }
  },
)

test.each(['masih gelap pak', 'balas lampunya di depan masjid', 'selokan sudah, lampu belum'])(
  'with another report in work "%s" may be about that one, and is asked',
  async (words) => {
    const { from, id } = await answered()
    await inWork(from, 'lampu')
    expect(await world.sms(from, words)).toEqual([expect.stringContaining('Untuk laporan yang mana?')])
    await aDayOn()
    expect((await lastEvent(db, id)).move, 'and the one that could be closed over it hears it').toBe('reply')
  },
)

test('a keyword in front of YA closes nothing, and stars beside YA are not asked for again', async () => {
  const { from, id } = await answered()
  expect(await world.sms(from, 'KOTKUPANG ya')).toEqual([yesOrNo])
  expect((await world.sms(from, 'YA NILAI 4')).join()).not.toContain('Beri nilai')
  expect((await stageOf(id)).stage).toBe('closed')
})
